// A document that may be saved comes back from Qt's reader and writer with everything that stood in it.

#include "core/http/envelope.h"
#include "core/http/exactness.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/lenientjson.h"

#include <QJsonDocument>

namespace lanyard::testing {

namespace {

void checkText(const QByteArray &json)
{
    const auto read = readJsonObject(json);
    if (!read)
        return requireReadable(read.error());
    const auto found = inexactMember(json);
    const Json before = readLeniently(json);
    const Json after = readLeniently(QJsonDocument(read.value()).toJson(QJsonDocument::Compact));
    const bool isDoubled = hasDoubledName(before);
    const bool isExact = !isDoubled && isSame(before, after);
    require(found || isExact, "what may be saved comes back as it was");
    require(!found || !isExact, "what comes back as it was may be saved");
    if (!found)
        return;
    requireReadable(*found);
    require(found->kind == Error::Kind::InexactNumber || (found->kind == Error::Kind::DoubledMember && isDoubled),
            "the reason is the right one");
}

void checkNumbers(const Json &json)
{
    for (std::size_t i = 1; i < json.items.size(); ++i) {
        const QByteArray &a = json.items.at(i - 1).number;
        const QByteArray &b = json.items.at(i).number;
        if (!a.isEmpty() && !b.isEmpty())
            require(sameNumber(a, b) == (canonicalNumber(a) == canonicalNumber(b)), "numbers are compared by value");
    }
}

} // namespace

// The bytes as they are, and the document that they can be read as: most inputs are no JSON.
void fuzz(Input input)
{
    const QByteArray bytes = input.rest();
    checkText(bytes);
    const Json json = readLeniently(bytes);
    const QByteArray valid = written(json);
    checkText(valid);
    if (json.kind == Json::Kind::List)
        checkNumbers(readLeniently(valid));
}

} // namespace lanyard::testing
