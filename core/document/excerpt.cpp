#include "core/document/excerpt.h"

#include "core/document/jsontext.h"
#include "core/document/user.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

bool saysNothing(const QJsonValue &value)
{
    return isJsonNothing(value) || value == false || value == 0 || (value.isArray() && value.toArray().isEmpty());
}

bool lacksMember(const QJsonObject &answer, const QJsonObject &sent)
{
    for (auto it = sent.begin(); it != sent.end(); ++it) {
        if (!saysNothing(it.value()) && isExcerpt(answer.value(it.key()), it.value()))
            return true;
    }
    return false;
}

QString idOf(const QJsonValue &element)
{
    return jsonText(element.toObject().value("id"_L1));
}

bool lacksElement(const QJsonArray &answer, const QJsonArray &sent)
{
    if (answer.size() < sent.size())
        return true;
    QHash<QString, QJsonValue> answered; // several may share an id: then any of them will do
    for (const QJsonValue &element : answer)
        answered.insert(idOf(element), element);
    return std::any_of(sent.begin(), sent.end(), [&answered](const QJsonValue &element) {
        const QString id = idOf(element);
        return !id.isEmpty() && isExcerpt(answered.value(id, QJsonValue::Undefined), element);
    });
}

} // namespace

bool isExcerpt(const QJsonValue &answer, const QJsonValue &sent)
{
    if (saysNothing(answer))
        return !saysNothing(sent);
    if (answer.isObject() && sent.isObject())
        return lacksMember(answer.toObject(), sent.toObject());
    return answer.isArray() && sent.isArray() && lacksElement(answer.toArray(), sent.toArray());
}

// Lists that came as they were sent need not be compared element by element: they may have many thousand.
bool isExcerpt(const User &answer, const User &sent)
{
    const bool hasSameKeys = answer.hasSameList(u"apiKeys"_s, sent);
    QJsonObject answered = hasSameKeys ? answer.withoutKeys() : answer.document();
    QJsonObject expected = hasSameKeys ? sent.withoutKeys() : sent.document();
    if (answer.hasSameList(u"settings"_s, sent)) {
        answered.remove("settings"_L1);
        expected.remove("settings"_L1);
    }
    return isExcerpt(QJsonValue(answered), QJsonValue(expected));
}

} // namespace lanyard
