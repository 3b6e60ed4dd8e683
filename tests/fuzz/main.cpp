// How a target is run: by libFuzzer, or, where that is not built in (LANYARD_FUZZ), on every file of a folder.

#include "tests/fuzz/fuzz.h"

#include <QLoggingCategory>

// Qt's remarks on every broken picture would be most of what a fuzzer prints.
extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    lanyard::testing::fuzz({data, size});
    return 0;
}

#ifndef LANYARD_FUZZ
#include <QDir>

#include <cstdio>

int main(int argc, char **argv)
{
    LLVMFuzzerInitialize(&argc, &argv);
    const QDir folder(argc == 2 ? QString::fromLocal8Bit(argv[1]) : QString());
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        const QByteArray bytes = file.readAll();
        std::fprintf(stderr, "%s\n", qPrintable(name)); // the last one is the one that failed
        // A buffer of exactly that size, as the fuzzer gives one: AddressSanitizer then sees a read behind it.
        const std::vector<std::uint8_t> exact(bytes.begin(), bytes.end());
        LLVMFuzzerTestOneInput(exact.data(), exact.size());
    }
    std::fprintf(stderr, "%d seeds\n", static_cast<int>(names.size()));
    return names.isEmpty() ? 2 : 0; // without a seed nothing was tried
}
#endif
