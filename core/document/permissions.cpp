#include "core/document/permissions.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/document/jsontext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

struct Permission
{
    qint64 bit;
    const char *word;
};

constexpr std::array permissionWords{
    Permission{1, QT_TRANSLATE_NOOP("Permission", "Read")}, Permission{2, QT_TRANSLATE_NOOP("Permission", "Write")},
    Permission{4, QT_TRANSLATE_NOOP("Permission", "Delete")}, Permission{8, QT_TRANSLATE_NOOP("Permission", "Create")}};

struct Rights
{
    qint64 bits = 0;
    QStringList others; // names that are unknown here
};

// The bits of one name; nullopt for an unknown name.
std::optional<qint64> ofName(QStringView name)
{
    if (name.compare("None"_L1, Qt::CaseInsensitive) == 0)
        return 0;
    if (name.compare("ReadWrite"_L1, Qt::CaseInsensitive) == 0)
        return 1 | 2;
    const auto found =
        std::find_if(permissionWords.begin(), permissionWords.end(), [name](const Permission &permission) {
            return name.compare(QLatin1StringView(permission.word), Qt::CaseInsensitive) == 0;
        });
    return found == permissionWords.end() ? std::nullopt : std::optional(found->bit);
}

// Words separated only by spaces are permissions only if each of them is one: in "no read" nothing is recognised.
void addNames(const QString &text, Rights &rights)
{
    const QStringList words = text.simplified().split(QChar::Space, Qt::SkipEmptyParts);
    qint64 bits = 0;
    for (const QString &word : words) {
        const auto bit = ofName(word);
        if (!bit) {
            rights.others << text.trimmed();
            return;
        }
        bits |= *bit;
    }
    rights.bits |= bits;
}

// nullopt if none of the names is known: it may not be a list of names at all.
std::optional<Rights> ofNames(const QString &text)
{
    static const QRegularExpression separators(u"\\s*[,;|+]\\s*"_s);
    const QStringList names = text.trimmed().split(separators, Qt::SkipEmptyParts);
    Rights rights;
    for (const QString &name : names)
        addNames(name, rights);
    if (rights.others.size() == names.size())
        return std::nullopt;
    return rights;
}

std::optional<Rights> ofScalar(const QJsonValue &value)
{
    if (const auto bits = jsonInteger(value))
        return Rights{*bits, {}};
    return value.isString() ? ofNames(value.toString()) : std::nullopt;
}

std::optional<Rights> ofList(const QJsonArray &list)
{
    Rights all;
    for (const QJsonValue &value : list) {
        if (const auto rights = ofScalar(value)) {
            all.bits |= rights->bits;
            all.others += rights->others;
        } else if (value.isString() && !value.toString().trimmed().isEmpty()) {
            all.others << value.toString().trimmed();
        } else {
            return std::nullopt;
        }
    }
    if (!list.isEmpty() && all.others.size() == list.size())
        return std::nullopt;
    return all;
}

std::optional<Rights> read(const QJsonValue &permissions)
{
    if (permissions.isNull() || permissions.isUndefined())
        return Rights{};
    return permissions.isArray() ? ofList(permissions.toArray()) : ofScalar(permissions);
}

QString inWords(const Rights &rights)
{
    QStringList words;
    QStringList others;
    qint64 rest = rights.bits;
    for (const Permission &permission : permissionWords) {
        if (rights.bits & permission.bit)
            words << QCoreApplication::translate("Permission", permission.word);
        rest &= ~permission.bit;
    }
    if (rest != 0)
        others << QString::number(rest);
    others += rights.others;
    if (!others.isEmpty())
        words << QCoreApplication::translate("Permission", "other (%1)").arg(others.join(u", "_s));
    return words.isEmpty() ? QCoreApplication::translate("Permission", "none") : words.join(u", "_s);
}

} // namespace

QString permissionText(const QJsonValue &permissions)
{
    constexpr qsizetype longest = 500;
    if (const auto rights = read(permissions))
        return visibleText(inWords(*rights), false, longest);
    const QString text = visibleText(jsonSource(permissions).trimmed(), false, longest);
    if (text.isEmpty())
        return QCoreApplication::translate("Permission", "unknown");
    if (permissions.isString() && text.compare("All"_L1, Qt::CaseInsensitive) == 0)
        return QCoreApplication::translate("Permission", "all");
    return QCoreApplication::translate("Permission", "unknown: %1").arg(text);
}

} // namespace lanyard
