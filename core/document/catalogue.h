#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <functional>

namespace lanyard {

/// The texts of a compiled gettext catalogue (.mo) in UTF-8. gettext itself speaks one language at a time, that of a
/// locale which has been generated on the machine; the country names that somebody types are in any.
class Catalogue
{
public:
    /// Empty when the file is none, or damaged.
    explicit Catalogue(const QString &path);

    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    /// Calls @p with with each text and its translation. The views live as long as the catalogue.
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

/// The folders in which gettext keeps the catalogues for a language tag such as "sr-Latn-RS", the closest first. None
/// for English, in which the texts are written.
[[nodiscard]] QStringList catalogueFolders(const QString &languageTag);

} // namespace lanyard
