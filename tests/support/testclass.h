// A program of tests holds all the test classes of a folder, so that what they test is linked once. It runs one of them
// in a process: what a class does to the environment, the locale or OpenSSL, or a crash, is no other class's concern.
#pragma once

#include <QTest>

namespace lanyard::testing {

// A class that the program holds, found by the name of its source: `core_http_tests tst_origin`. Made by LANYARD_TEST.
class TestClass
{
public:
    using Main = int (*)(int argc, char **argv);

    TestClass(const char *source, Main main);

private:
    friend int runTestClass(int argc, char **argv);
    [[nodiscard]] static TestClass *find(std::string_view name);

    std::string_view m_name;
    Main m_main;
    TestClass *m_next;
};

// For tests that start without an application.
struct NoApplication
{
    NoApplication(int & /*argc*/, char ** /*argv*/) {}
};

// What Qt Test's own QTEST_MAIN and its sisters do.
template<typename Application, typename Test>
int runTest(int argc, char **argv)
{
    const Application application(argc, argv);
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi, true);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace lanyard::testing

// At the end of a source: the application object that it needs, and the test class.
#define LANYARD_TEST(Application, Test) LANYARD_TEST_MAIN((lanyard::testing::runTest<Application, Test>))

// For a source with a main function of its own. A name of its own for each: a unity build includes several.
#define LANYARD_TEST_MAIN(main) LANYARD_TEST_CLASS(main, __COUNTER__)
#define LANYARD_TEST_CLASS(main, number) LANYARD_TEST_NAMED(main, number)
#define LANYARD_TEST_NAMED(main, number) static const lanyard::testing::TestClass testClass##number(__FILE__, main);
