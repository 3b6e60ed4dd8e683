#pragma once

#include <QHash>
#include <QStringView>

namespace lanyard {

/// In characters. A secret that is shorter may be an ordinary word: it is looked for as it is written.
constexpr qsizetype ShortestVaried = 12;

/// A shorter one is left alone in an answer, too.
constexpr qsizetype ShortestInAnswers = 4;

/// Of the first four letters, in a few instructions: most places of a text are no beginning of any secret. Below
/// @p count, a power of two.
inline qsizetype hashOfFirst(quint64 letters, qsizetype count)
{
    constexpr quint64 goldenRatio = 0x9E3779B97F4A7C15;
    return static_cast<qsizetype>(letters * goldenRatio >> 32) & (count - 1);
}

inline quint64 firstLetters(QStringView text)
{
    quint64 letters = 0;
    for (const QChar c : text.first(4))
        letters = letters << 16 | c.unicode();
    return letters;
}

inline size_t hashOf(QStringView text)
{
    return qHash(text, QHashSeed::globalSeed());
}

/// Below @p count, a power of two.
inline qsizetype bitOf(size_t hash, qsizetype count)
{
    return static_cast<qsizetype>(hash) & (count - 1);
}

} // namespace lanyard
