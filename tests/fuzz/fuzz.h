// What the fuzz targets share: taking an input apart, and promises that end the process when they are broken.
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace lanyard::testing {

// The bytes of an input, taken from the front. Made so that a seed can be written by hand: a choice is a digit, a text
// is a line. What is missing is 0 or empty.
class Input
{
public:
    Input(const std::uint8_t *data, std::size_t size)
        : m_bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size))
    {
    }

    // 0 to count - 1: what the digit says, or whatever another byte comes to.
    int choice(int count);
    // Up to the end of the line, which is passed over.
    QByteArray line();
    // All that is left. No copy, nothing behind it: a read beyond its end is one beyond the input's buffer.
    QByteArray rest();

private:
    QByteArrayView m_bytes;
};

// A target: keeps its promises for every input. One for each program; see main.cpp for who calls it.
void fuzz(Input input);

// A promise that is broken ends the process: the fuzzer keeps the input, and ctest sees a failure.
void require(bool holds, const char *promise);

// Nothing in the text acts on what stands around it: no control characters, no bidirectional overrides or marks. Line
// breaks are allowed in texts of several lines.
[[nodiscard]] bool isHarmless(const QString &text, bool multiLine = false);

// What a user reads of an error: something, not endless, harmless.
void requireReadable(const Error &error);

} // namespace lanyard::testing
