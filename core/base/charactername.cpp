#include "core/base/charactername.h"

#include "core/base/codepoint.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace lanyard {

namespace {

struct Named
{
    char32_t code;
    const char *name;
};

constexpr std::array characterNames{
    Named{0x0009, QT_TRANSLATE_NOOP("CharacterName", "a tab")},
    Named{0x000A, QT_TRANSLATE_NOOP("CharacterName", "a line break")},
    Named{0x00A0, QT_TRANSLATE_NOOP("CharacterName", "a no-break space")},
    Named{0x00AD, QT_TRANSLATE_NOOP("CharacterName", "a soft hyphen")},
    Named{0x061C, QT_TRANSLATE_NOOP("CharacterName", "an Arabic letter mark")},
    Named{0x2002, QT_TRANSLATE_NOOP("CharacterName", "an en space")},
    Named{0x2003, QT_TRANSLATE_NOOP("CharacterName", "an em space")},
    Named{0x2007, QT_TRANSLATE_NOOP("CharacterName", "a figure space")},
    Named{0x2009, QT_TRANSLATE_NOOP("CharacterName", "a thin space")},
    Named{0x200A, QT_TRANSLATE_NOOP("CharacterName", "a hair space")},
    Named{0x200B, QT_TRANSLATE_NOOP("CharacterName", "a zero-width space")},
    Named{0x200C, QT_TRANSLATE_NOOP("CharacterName", "a zero-width non-joiner")},
    Named{0x200D, QT_TRANSLATE_NOOP("CharacterName", "a zero-width joiner")},
    Named{0x200E, QT_TRANSLATE_NOOP("CharacterName", "a left-to-right mark")},
    Named{0x200F, QT_TRANSLATE_NOOP("CharacterName", "a right-to-left mark")},
    Named{0x2010, QT_TRANSLATE_NOOP("CharacterName", "a typographic hyphen")},
    Named{0x2011, QT_TRANSLATE_NOOP("CharacterName", "a non-breaking hyphen")},
    Named{0x2012, QT_TRANSLATE_NOOP("CharacterName", "a figure dash")},
    Named{0x2013, QT_TRANSLATE_NOOP("CharacterName", "an en dash")},
    Named{0x2014, QT_TRANSLATE_NOOP("CharacterName", "an em dash")},
    Named{0x202F, QT_TRANSLATE_NOOP("CharacterName", "a narrow no-break space")},
    Named{0x2060, QT_TRANSLATE_NOOP("CharacterName", "a word joiner")},
    Named{0x2212, QT_TRANSLATE_NOOP("CharacterName", "a minus sign")},
    Named{0xFEFF, QT_TRANSLATE_NOOP("CharacterName", "a byte order mark")},
};

// Of a letter that looks like one of another alphabet.
const char *alphabetOf(char32_t code)
{
    if (!QChar::isLetter(code) || QChar::decompositionTag(code) == QChar::Wide)
        return nullptr;
    switch (QChar::script(code)) {
    case QChar::Script_Latin:
        return QT_TRANSLATE_NOOP("CharacterName", "a Latin “%1”");
    case QChar::Script_Cyrillic:
        return QT_TRANSLATE_NOOP("CharacterName", "a Cyrillic “%1”");
    case QChar::Script_Greek:
        return QT_TRANSLATE_NOOP("CharacterName", "a Greek “%1”");
    default:
        return nullptr;
    }
}

const char *kindOf(char32_t code)
{
    if (QChar::isSpace(code))
        return QT_TRANSLATE_NOOP("CharacterName", "an unusual space");
    if (isInvisible(code, false))
        return QT_TRANSLATE_NOOP("CharacterName", "an invisible character");
    if (QChar::category(code) == QChar::Punctuation_Dash)
        return QT_TRANSLATE_NOOP("CharacterName", "an unusual hyphen");
    return QChar::decompositionTag(code) == QChar::Wide ? QT_TRANSLATE_NOOP("CharacterName", "a full-width character")
                                                        : QT_TRANSLATE_NOOP("CharacterName", "an unusual character");
}

} // namespace

QString characterName(char32_t code)
{
    const auto known = std::find_if(characterNames.begin(), characterNames.end(),
                                    [code](const Named &named) { return named.code == code; });
    const char *alphabet = alphabetOf(code);
    const char *name = known != characterNames.end() ? known->name : alphabet ? alphabet : kindOf(code);
    const QString text = QCoreApplication::translate("CharacterName", name);
    return QCoreApplication::translate("CharacterName", "%1 (%2)")
        .arg(alphabet ? text.arg(QString::fromUcs4(&code, 1)) : text, codePointName(code));
}

} // namespace lanyard
