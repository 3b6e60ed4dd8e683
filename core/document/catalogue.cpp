#include "core/document/catalogue.h"

#include <QFile>
#include <QtEndian>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr quint32 Magic = 0x950412DE;
constexpr qint64 LargestCatalogue = 4 * 1024 * 1024;
constexpr quint64 HeaderSize = 20;
constexpr quint64 EntrySize = 8; // length and offset

} // namespace

Catalogue::Catalogue(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > LargestCatalogue)
        return;
    m_bytes = file.readAll();
    const auto size = static_cast<quint64>(m_bytes.size());
    if (size < HeaderSize)
        return;
    m_isSwapped = number(0) != Magic;
    if (number(0) != Magic)
        return;
    m_texts = number(12);
    m_translations = number(16);
    const quint64 table = number(8) * EntrySize;
    if (m_texts + table <= size && m_translations + table <= size)
        m_count = number(8);
}

void Catalogue::forEach(const std::function<void(QByteArrayView, QByteArrayView)> &with) const
{
    for (quint64 i = 0; i < m_count; ++i) {
        const QByteArrayView from = text(m_texts + i * EntrySize);
        const QByteArrayView to = text(m_translations + i * EntrySize);
        // The translation of the empty text is the catalogue's own header.
        if (!from.isEmpty() && !to.isEmpty())
            with(from, to);
    }
}

quint32 Catalogue::number(quint64 offset) const
{
    const quint32 value = qFromLittleEndian<quint32>(m_bytes.constData() + offset);
    return m_isSwapped ? qbswap(value) : value;
}

QByteArrayView Catalogue::text(quint64 entry) const
{
    const quint64 length = number(entry);
    const quint64 offset = number(entry + 4);
    if (offset + length > static_cast<quint64>(m_bytes.size()))
        return {};
    return QByteArrayView(m_bytes).sliced(static_cast<qsizetype>(offset), static_cast<qsizetype>(length));
}

QStringList catalogueFolders(const QString &languageTag)
{
    QStringList parts = languageTag.split(u'-');
    const QString language = parts.takeFirst();
    if (language == "en"_L1 || language == "C"_L1)
        return {};
    QStringList folders;
    QString script;
    for (const QString &part : std::as_const(parts)) {
        if (part.size() == 4)
            script = part;
        else
            folders << language + u'_' + part;
    }
    if (!script.isEmpty())
        folders << language + u'_' + script << language + u'@' + script << language + u'@' + script.toLower();
    if (script == "Latn"_L1)
        folders << language + "@latin"_L1;
    if (script == "Cyrl"_L1)
        folders << language + "@cyrillic"_L1;
    if (language == "nb"_L1)
        folders << u"nb"_s << u"no"_s;
    return folders << language;
}

} // namespace lanyard
