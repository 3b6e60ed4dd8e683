#include "core/document/initials.h"

#include "core/base/codepoint.h"
#include "core/document/jsontext.h"
#include "core/document/user.h"

#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

bool isLetter(const QString &character)
{
    return !character.isEmpty() && QChar::isLetterOrNumber(pointAt(character, 0).code);
}

QString firstCharacter(const QString &text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    const qsizetype end = finder.toNextBoundary();
    return end > 0 ? text.left(end) : QString();
}

// What may stand before it, such as a quotation mark, is passed over.
QString firstLetter(const QString &whole)
{
    constexpr qsizetype looked = 64; // a service may send megabytes, all of which would be looked at for each row
    QString text = whole.left(looked);
    while (!text.isEmpty()) {
        const QString character = firstCharacter(text);
        if (isLetter(character))
            return firstCharacter(character.toUpper()); // of ß, which becomes two
        text.remove(0, qMax<qsizetype>(1, character.size()));
    }
    return {};
}

// Arabic letters would join to what is no longer two initials.
QString together(const QString &first, const QString &last)
{
    const QChar nonJoiner(0x200C);
    const bool joins =
        !first.isEmpty() && !last.isEmpty() && QChar::joiningType(pointAt(last, 0).code) != QChar::Joining_None;
    return joins ? first + nonJoiner + last : first + last;
}

QString initials(const QString &firstName, const QString &lastName, const QString &userName)
{
    const QString letters = together(firstLetter(firstName), firstLetter(lastName));
    return letters.isEmpty() ? firstLetter(userName) : letters;
}

} // namespace

QString initialsOf(const User &user)
{
    return initials(jsonText(user.value("firstName"_L1)), jsonText(user.value("lastName"_L1)), user.userName());
}

QString initialsOf(const QString &fullName, const QString &userName)
{
    constexpr qsizetype looked = 1000;
    const QString name = fullName.left(looked).simplified();
    const qsizetype gap = name.lastIndexOf(u' ');
    return initials(name.left(gap < 0 ? name.size() : gap), gap < 0 ? QString() : name.mid(gap + 1), userName);
}

} // namespace lanyard
