#include "core/document/setting.h"

#include "core/base/text.h"
#include "core/base/typedtext.h"
#include "core/document/jsontext.h"
#include "core/document/secretheading.h"
#include "core/document/secretwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLatin1StringView>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

struct BooleanForm
{
    QLatin1StringView yes;
    QLatin1StringView no;
};

constexpr std::array booleanForms{BooleanForm{"true"_L1, "false"_L1}, BooleanForm{"1"_L1, "0"_L1},
                                  BooleanForm{"yes"_L1, "no"_L1},     BooleanForm{"on"_L1, "off"_L1},
                                  BooleanForm{"y"_L1, "n"_L1},        BooleanForm{"t"_L1, "f"_L1}};

QString inCaseOf(const QString &before, QString text)
{
    if (!before.isEmpty() && before == before.toUpper())
        return text.toUpper();
    if (!before.isEmpty() && before.at(0).isUpper())
        text[0] = text.at(0).toUpper();
    return text;
}

// In brackets, behind a comma, or behind the "in" of some languages.
QString unitAtEndOf(const QString &text)
{
    static const QRegularExpression pattern(
        u"(?:[(\\[]|, |\\s(?:in|en|em|i|w)\\s)\\s*([^\\s\\p{N},.()\\[\\]]{1,12})\\s*[)\\]]?\\.?\\s*\\z"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return pattern.match(halfWidth(text.right(40))).captured(1);
}

// "Require password": a switch, which takes no text. By the value as well: a service may keep something else in it. A
// date takes whatever is typed, and keeps what is none until it is corrected.
bool isSwitch(Setting::Type type, const QString &value)
{
    return type == Setting::Type::Boolean && (isBlank(value) || readSettingBoolean(value));
}

QString fullNameOf(const QStringList &parts)
{
    const QString lines = parts.join(u'\n');
    // With a line break in a part, the lines would be those of another setting too. JSON has no line breaks.
    return lines.count(u'\n') == parts.size() - 1
               ? lines
               : QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(parts)).toJson(QJsonDocument::Compact));
}

} // namespace

bool Setting::isNone(const QJsonObject &object)
{
    return object.isEmpty() || object.contains("$ref"_L1);
}

QString Setting::idIn(const QJsonObject &object)
{
    const QJsonValue id = object.value("id"_L1);
    return id.isString() || id.isDouble() ? jsonText(id) : QString();
}

Setting::Setting(QJsonObject object)
    : m_object(std::move(object)), m_id(idIn(m_object)), m_name(jsonText(m_object.value("name"_L1))),
      m_fullName(fullNameOf({category(), group(), m_name})), m_typeName(jsonText(m_object.value("type"_L1))),
      m_type(settingType(m_typeName).kind)
{
}

QString Setting::category() const
{
    return jsonText(m_object.value("category"_L1));
}

QString Setting::group() const
{
    return jsonText(m_object.value("group"_L1));
}

QString Setting::description() const
{
    return jsonText(m_object.value("description"_L1));
}

QString Setting::unit() const
{
    const QString unit = unitAtEndOf(name());
    return unit.isEmpty() ? unitAtEndOf(description()) : unit;
}

QString Setting::value() const
{
    return jsonText(m_object.value("value"_L1));
}

bool Setting::isLocked() const
{
    return jsonBoolean(m_object.value("readOnly"_L1)).value_or(true);
}

bool Setting::readOnly() const
{
    const QJsonValue value = m_object.value("value"_L1);
    return isLocked() || id().isEmpty() || !isTextOrNothing(value);
}

// Under such a heading there may be numbers, dates and switches too, which say how long a password lasts.
bool Setting::looksSecret() const
{
    if (!m_looksSecret)
        m_looksSecret = speaksOfSecret(typeName()) || (speaksOfSecret(name()) && !isSwitch(type(), value())) ||
                        ((isHeadingOfSecrets(group()) || isHeadingOfSecrets(category())) && type() == Type::Text);
    return *m_looksSecret;
}

QStringList partsOfFullName(const QString &fullName)
{
    if (fullName.contains(u'\n'))
        return fullName.split(u'\n');
    const QStringList parts = QJsonDocument::fromJson(fullName.toUtf8()).toVariant().toStringList();
    return parts.isEmpty() ? QStringList{fullName} : parts;
}

std::optional<bool> readSettingBoolean(const QString &text)
{
    const QString plain = text.trimmed();
    for (const BooleanForm &form : booleanForms) {
        if (plain.compare(form.yes, Qt::CaseInsensitive) == 0)
            return true;
        if (plain.compare(form.no, Qt::CaseInsensitive) == 0)
            return false;
    }
    return std::nullopt;
}

QString writeSettingBoolean(bool value, const QString &before)
{
    const QString old = before.trimmed();
    for (const BooleanForm &form : booleanForms) {
        if (old.compare(form.yes, Qt::CaseInsensitive) == 0 || old.compare(form.no, Qt::CaseInsensitive) == 0)
            return inCaseOf(old, value ? form.yes : form.no);
    }
    return value ? u"true"_s : u"false"_s;
}

} // namespace lanyard
