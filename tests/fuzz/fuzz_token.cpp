// A session's end is a moment or not known, and nothing goes into a header that could be more than one value.

#include "core/base/utc.h"
#include "core/session/token.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/lenientjson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

void checkEnd(const Secret &token, const QJsonValue &expiresIn)
{
    static const QDateTime now = utcMoment(QDate(2024, 5, 31), QTime(12, 0));
    const auto own = sessionEnd(token, QJsonValue::Undefined, now);
    const auto end = sessionEnd(token, expiresIn, now);
    if (own)
        require(own->isValid() && own->date().year() >= 1970 && own->date().year() <= 9999, "an end is a moment");
    if (own)
        require(end && end->isValid() && end->date().year() <= 9999 && (end == own || *end >= now),
                "a session with an end has one, not before it begins");
    else if (end)
        require(end->isValid() && *end >= now && *end <= now.addDays(366), "an end is at most a year ahead");
}

void checkCredential(Credential::Kind kind, const QByteArray &bytes)
{
    static const Origin origin = Origin::parse(u"https://a.example"_s).value();
    const auto made = Credential::make(kind, origin, Secret(QByteArrayView(bytes)));
    const bool isPrintable = std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= '!' && c <= '~'; });
    const bool isSized = !bytes.isEmpty() && bytes.size() <= 8192;
    require(!made || (isPrintable && isSized), "a credential is one value of a header");
    if (kind == Credential::Kind::ApiKey)
        require(made || !(isPrintable && isSized), "a usable key is not refused");
    if (made)
        require(made.value().secret().expose() == QByteArrayView(bytes) && made.value().origin() == origin,
                "a credential is what it was made of");
    else
        requireReadable(made.error());
}

} // namespace

// A line for expiresIn (JSON); a token, or the payload of one.
void fuzz(Input input)
{
    const QJsonValue expiresIn = toQt(readLeniently(input.line()));
    const QByteArray bytes = input.rest();
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    checkEnd(Secret(QByteArrayView(bytes)), expiresIn);
    checkEnd(Secret(QByteArrayView("e30." + bytes.toBase64(options) + ".x")), expiresIn);
    checkEnd(Secret(QByteArrayView("e30." + written(readLeniently(bytes)).toBase64(options) + ".x")), expiresIn);
    checkCredential(Credential::Kind::Token, bytes);
    checkCredential(Credential::Kind::ApiKey, bytes);
}

} // namespace lanyard::testing
