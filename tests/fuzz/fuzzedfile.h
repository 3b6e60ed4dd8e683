// A file with a fuzzer's content, in a folder that goes when the process ends.
#pragma once

#include "tests/fuzz/fuzz.h"

#include <QFile>
#include <QTemporaryDir>

namespace lanyard::testing {

// Best where TMPDIR is in memory: it is written for every input.
[[nodiscard]] inline QString fuzzedFolder()
{
    static const QTemporaryDir folder;
    require(folder.isValid(), "there is a folder for files");
    return folder.path();
}

inline void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    require(file.open(QIODevice::WriteOnly) && file.write(content) == content.size(), "the file is written");
}

} // namespace lanyard::testing
