#pragma once

#include <QByteArray>
#include <QString>

namespace lanyard {

/// Writes the lines of a calendar (RFC 5545) or a visiting card (RFC 6350): in UTF-8, folded at 75 octets between
/// characters, ended by CR LF.
class ContentLines
{
public:
    /// @p name with its parameters; @p value is written as it is. Neither may hold a line break.
    void add(const QString &name, const QString &value);
    /// The same with a text as value.
    void addText(const QString &name, const QString &text);

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// @p text as a value of type TEXT, or as a component of one that is separated by semicolons. Every kind of line break
/// becomes \n; other control characters, which no value may hold, are left out.
[[nodiscard]] QString escapedContent(const QString &text);

} // namespace lanyard
