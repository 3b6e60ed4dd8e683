// A user's document goes back with every byte that was not edited, whatever it holds and however it is written.

#include "core/base/json.h"
#include "core/document/exactnumber.h"
#include "core/document/user.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/fuzzedchanges.h"
#include "tests/fuzz/lenientjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace lanyard::testing {

namespace {

// In every respect but white space and escapes.
bool isWrittenTheSame(const Json &a, const Json &b)
{
    return a.kind == b.kind && a.number == b.number && a.text == b.text && a.names == b.names &&
           std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), isWrittenTheSame);
}

Json *member(Json &object, const QString &name)
{
    for (std::size_t i = object.names.size(); i-- > 0;) {
        if (object.names.at(i) == name)
            return &object.items.at(i);
    }
    return nullptr;
}

void set(Json &object, const QString &name, const QJsonValue &value)
{
    const Json json = readLeniently(QJsonDocument(QJsonArray{value}).toJson()).items.at(0);
    if (Json *present = member(object, name)) {
        *present = json;
    } else {
        object.names.push_back(name);
        object.items.push_back(json);
    }
}

// Letters of a number in any order are none.
bool isNumber(const QByteArray &text)
{
    return !text.isEmpty() && !QJsonDocument::fromJson('[' + text + ']').isNull();
}

void checkNumbers(const Json &json)
{
    for (std::size_t i = 1; i < json.items.size(); ++i) {
        const QByteArray &a = json.items.at(i - 1).number;
        const QByteArray &b = json.items.at(i).number;
        if (isNumber(a) && isNumber(b))
            require(sameNumber(a, b) == (canonicalNumber(a) == canonicalNumber(b)), "numbers are compared by value");
    }
}

User received(const QByteArray &json)
{
    const QByteArray envelope = "{\"user\":" + json + '}';
    const JsonSource source{Secret(envelope)};
    const auto user =
        User::fromAnswer(parseJson(envelope).object(), source.objectAt(source.value(QStringLiteral("user"))));
    return user ? user.value() : User();
}

void checkUser(const QByteArray &json, const QList<Change> &changes)
{
    const User user = received(json);
    if (user.isEmpty())
        return;
    require(user.bytes().expose() == QByteArrayView(json).trimmed(), "without an edit, the bytes that came go back");
    Json expected = readLeniently(json);
    QList<Change> possible;
    for (const Change &change : changes) {
        if (change.value.isUndefined() || user.lock(change.path) || change.path.isSetting())
            continue;
        possible.append(change);
    }
    std::stable_sort(possible.begin(), possible.end(),
                     [](const Change &a, const Change &b) { return a.path < b.path; });
    for (const Change &change : std::as_const(possible))
        set(expected, change.path.fieldKey(), change.value);
    const QByteArray sent = user.with(possible).bytes().expose().toByteArray();
    require(isWrittenTheSame(readLeniently(sent), expected), "nothing but what was edited differs");
    const User all = user.with(changes);
    const QJsonObject read = received(all.bytes().expose().toByteArray()).document();
    require(read == all.document(), "what is sent is read as what is shown");
}

} // namespace

// A document, then a list of changes (see changesOf()).
void fuzz(Input input)
{
    const auto values = readAll(input.rest());
    for (const Json &value : values)
        checkNumbers(value);
    if (values.empty() || values.front().kind != Json::Kind::Object)
        return;
    Json document = values.front();
    set(document, QStringLiteral("id"), QStringLiteral("7"));
    checkUser(written(document), values.size() > 1 ? changesOf(values.at(1)) : QList<Change>());
}

} // namespace lanyard::testing
