#include "core/document/ownform.h"

#include "core/document/samemeaning.h"

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// Without the control characters, which show nothing: NUL fills a column of fixed width.
QString withPlainSpaces(QString text)
{
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    QStringList lines = text.normalized(QString::NormalizationForm_C).split(u'\n');
    for (QString &line : lines) {
        line.removeIf([](QChar c) { return c.category() == QChar::Other_Control && !c.isSpace(); });
        line = line.simplified();
    }
    return lines.join(u'\n').trimmed();
}

// A mark such as a vowel sign is part of a letter.
QString withoutSeparators(const QString &text)
{
    QString code = text.normalized(QString::NormalizationForm_KC);
    code.removeIf([](QChar c) { return !c.isLetterOrNumber() && !c.isMark() && !c.isSurrogate(); });
    return code;
}

QString withoutSlash(const QString &address)
{
    const bool isPath = !address.contains(u'?') && !address.contains(u'#');
    return isPath && address.endsWith(u'/') ? address.chopped(1) : address;
}

bool isSame(const QString &sent, const QString &now, Qt::CaseSensitivity sensitivity)
{
    return !sent.isEmpty() && sent.compare(now, sensitivity) == 0;
}

} // namespace

bool isInOwnForm(const QString &sent, const QString &now, OwnForm form)
{
    switch (form) {
    case OwnForm::None:
        return false;
    case OwnForm::Spaces:
        return isSame(withPlainSpaces(sent), withPlainSpaces(now), Qt::CaseSensitive);
    case OwnForm::AnyCase:
        return isSame(withPlainSpaces(sent), withPlainSpaces(now), Qt::CaseInsensitive);
    case OwnForm::Code:
        return isSame(withoutSeparators(sent), withoutSeparators(now), Qt::CaseInsensitive);
    case OwnForm::Address:
        return sameMeaning(SettingKind::Url, withoutSlash(sent.trimmed()), withoutSlash(now.trimmed()));
    }
    return false;
}

} // namespace lanyard
