#include "core/models/contentlines.h"

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype LongestLine = 75; // in octets, without the line break

bool continuesCharacter(char c)
{
    constexpr unsigned mask = 0xc0;
    constexpr unsigned continuation = 0x80;
    return (static_cast<unsigned char>(c) & mask) == continuation;
}

// Readers split lines at these, too.
bool breaksLine(QChar c)
{
    return c == u'\n' || c == u'\u0085' || c == u'\u2028' || c == u'\u2029';
}

} // namespace

void ContentLines::add(const QString &name, const QString &value)
{
    const QByteArray line = (name + u':' + value).toUtf8();
    qsizetype begin = 0;
    qsizetype room = LongestLine;
    while (line.size() - begin > room) {
        qsizetype end = begin + room;
        while (continuesCharacter(line.at(end)))
            --end;
        m_bytes += line.mid(begin, end - begin) + "\r\n ";
        begin = end;
        room = LongestLine - 1; // the space at the beginning counts
    }
    m_bytes += line.mid(begin) + "\r\n";
}

void ContentLines::addText(const QString &name, const QString &text)
{
    add(name, escapedContent(text));
}

QString escapedContent(const QString &text)
{
    QString plain = text;
    plain.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    QString escaped;
    for (const QChar c : std::as_const(plain)) {
        if (breaksLine(c)) {
            escaped += "\\n"_L1;
            continue;
        }
        if (c.category() == QChar::Other_Control && c != u'\t')
            continue;
        if (c == u'\\' || c == u';' || c == u',')
            escaped += u'\\';
        escaped += c;
    }
    return escaped;
}

} // namespace lanyard
