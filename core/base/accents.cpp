#include "core/base/accents.h"

#include <QRegularExpression>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

QString withoutAccents(const QString &text)
{
    QString plain = text.normalized(QString::NormalizationForm_D);
    plain.removeIf([](QChar c) {
        const char16_t unit = c.unicode();
        return (unit >= 0x0300 && unit <= 0x036F) || (unit >= 0x064B && unit <= 0x0655) || unit == 0x0640 ||
               unit == 0x093C || unit == 0x09BC;
    });
    static constexpr std::array likes{std::pair{u'ı', u'i'}, std::pair{u'ł', u'l'}, std::pair{u'ø', u'o'},
                                      std::pair{u'đ', u'd'}, std::pair{u'ي', u'ی'}, std::pair{u'ى', u'ی'},
                                      std::pair{u'ك', u'ک'}};
    plain = plain.toCaseFolded();
    // "सितम्बर" is "सितंबर".
    static const QRegularExpression nasal(u"\u092E\u094D(?=[\u092A-\u092E])"_s);
    plain.replace(nasal, u"\u0902"_s);
    for (const auto &[letter, like] : likes)
        plain.replace(letter, like);
    return plain.replace(u'ß', "ss"_L1).replace(u'æ', "ae"_L1).replace(u'œ', "oe"_L1);
}

} // namespace lanyard
