#pragma once

#include <QList>
#include <QString>

namespace lanyard {

/// A text without the line breaks that stand in base64, which programs write in lines of 64 or 76 letters. Of what is
/// found in it, it says where that stands in the text.
class UnwrappedText
{
public:
    struct Range
    {
        qsizetype at = 0;
        qsizetype length = 0;
    };

    explicit UnwrappedText(QStringView text);

    /// Whether there were any: otherwise it is empty.
    [[nodiscard]] bool isWrapped() const { return !m_breaks.isEmpty(); }
    [[nodiscard]] QStringView text() const { return m_text; }
    /// Where @p length characters of it from @p at on, at least one, stand in the text that it was made from.
    [[nodiscard]] Range inText(qsizetype at, qsizetype length) const;

private:
    [[nodiscard]] qsizetype placeOf(qsizetype at) const;

    QString m_text;
    QList<Range> m_breaks; // where in m_text one was, and of how many characters all until there were
};

} // namespace lanyard
