// A strict reader of calendars (RFC 5545) and visiting cards (RFC 6350).
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace lanyard::testing {

struct ContentLine
{
    QString name; // with its parameters
    QString value;
};

// nullopt unless every line is UTF-8 of at most 75 octets, ended by CR LF.
inline std::optional<QList<ContentLine>> readContent(const QByteArray &bytes)
{
    if (!bytes.endsWith("\r\n"))
        return std::nullopt;
    QByteArray unfolded;
    QByteArray whole = bytes;
    whole.chop(2);
    for (const QList<QByteArray> lines = whole.replace("\r\n", QByteArray(1, '\n')).split('\n');
         const QByteArray &line : lines) {
        if (line.size() > 75 || line.contains('\r') || QString::fromUtf8(line).toUtf8() != line ||
            QString::fromUtf8(line).contains(QChar::ReplacementCharacter))
            return std::nullopt;
        unfolded += line.startsWith(' ') ? line.mid(1) : '\n' + line;
    }
    QList<ContentLine> content;
    for (const QList<QString> lines = QString::fromUtf8(unfolded.mid(1)).split(u'\n'); const QString &line : lines) {
        const qsizetype colon = line.indexOf(u':');
        if (colon < 1)
            return std::nullopt;
        content << ContentLine{line.left(colon), line.mid(colon + 1)};
    }
    return content;
}

// The components of a text value, unescaped; empty if an escape or a bare comma is not allowed.
inline QStringList textComponents(const QString &value)
{
    QStringList components{QString()};
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QChar c = value.at(i);
        if (c == u';') {
            components << QString();
            continue;
        }
        if (c == u',')
            return {};
        if (c != u'\\') {
            components.last() += c;
            continue;
        }
        const QChar escaped = ++i < value.size() ? value.at(i) : QChar();
        if (escaped == u'n')
            components.last() += u'\n';
        else if (escaped == u'\\' || escaped == u';' || escaped == u',')
            components.last() += escaped;
        else
            return {};
    }
    return components;
}

inline QStringList valuesOf(const QList<ContentLine> &content, const QString &name)
{
    QStringList values;
    for (const ContentLine &line : content) {
        if (line.name == name)
            values << line.value;
    }
    return values;
}

} // namespace lanyard::testing
