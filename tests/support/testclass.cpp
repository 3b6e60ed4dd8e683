#include "tests/support/testclass.h"

#include "tests/support/system.h"

#include <cstdio>

namespace lanyard::testing {

namespace {

// Initialised before any constructor runs.
constinit TestClass *firstClass = nullptr;

std::string_view nameOf(std::string_view source)
{
    source.remove_prefix(source.rfind('/') + 1); // npos + 1 is 0
    return source.substr(0, source.rfind('.'));
}

} // namespace

TestClass::TestClass(const char *source, Main main)
    : m_name(nameOf(source)), m_main(main), m_next(std::exchange(firstClass, this))
{
}

TestClass *TestClass::find(std::string_view name)
{
    TestClass *found = firstClass;
    while (found && found->m_name != name)
        found = found->m_next;
    return found;
}

int runTestClass(int argc, char **argv)
{
    if (const TestClass *asked = argc > 1 ? TestClass::find(argv[1]) : nullptr)
        return asked->m_main(argc - 1, argv + 1); // as if the class were a program with that name
    std::fprintf(stderr, "Usage: %s CLASS [OPTION OF QT TEST...]\nClasses:\n", argv[0]);
    for (const TestClass *next = firstClass; next; next = next->m_next)
        std::fprintf(stderr, "    %s\n", std::string(next->m_name).c_str());
    return 2;
}

} // namespace lanyard::testing

int main(int argc, char **argv)
{
    lanyard::testing::setUsualPlace();
    return lanyard::testing::runTestClass(argc, argv);
}
