#pragma once

#include <QString>
#include <QVarLengthArray>

namespace lanyard {

/// The letters of a name without spaces, punctuation, case and the accents of Latin letters, in one spelling for all
/// that a reader takes for the same, and where its words begin in them: SmtpPwd, smtp_pwd, SMTP pwd, "api key",
/// api-key.
struct NameLetters
{
    /// Of a name of several megabytes, which is none, only the beginning.
    explicit NameLetters(const QString &name);

    /// The word of number @p n; nothing if there is none.
    [[nodiscard]] QStringView word(qsizetype n) const;
    /// Where the word of number @p n ends.
    [[nodiscard]] qsizetype endOf(qsizetype n) const;
    /// The number of the word with the letter at @p i.
    [[nodiscard]] qsizetype wordAt(qsizetype i) const;

    QString all;
    QVarLengthArray<qsizetype, 16> starts;
};

} // namespace lanyard
