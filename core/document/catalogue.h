#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <functional>

namespace lanyard {

/// The texts of a compiled gettext catalogue (.mo) in UTF-8. gettext itself handles one language at a time, that of a
/// locale generated on the machine; country names can be typed in any language.
class Catalogue
{
public:
    /// Empty if the file is not a catalogue, or damaged.
    explicit Catalogue(const QString &path);

    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    /// Calls @p with with each text and its translation. The views are valid as long as the catalogue.
    void forEach(const std::function<void(QByteArrayView text, QByteArrayView translation)> &with) const;

private:
    [[nodiscard]] quint32 number(quint64 offset) const;
    [[nodiscard]] QByteArrayView text(quint64 entry) const;

    QByteArray m_bytes;
    bool m_isSwapped = false;
    quint32 m_count = 0;
    quint32 m_texts = 0;
    quint32 m_translations = 0;
};

/// The folders in which gettext keeps the catalogues for a language tag such as "sr-Latn-RS", best match first. None
/// for English, the language of the texts themselves.
[[nodiscard]] QStringList catalogueFolders(const QString &languageTag);

} // namespace lanyard
