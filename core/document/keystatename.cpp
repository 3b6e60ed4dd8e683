#include "core/document/keystatename.h"

#include "core/document/jsontext.h"
#include "core/document/servicemoment.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr std::array stateNames{
    KeyStateName{
        "revoked|expired|disabled|inactive|deactivated|deleted|blocked|suspended|locked|banned|cancell?ed|invalid|"
        "invalidated|withdrawn|compromised"_L1,
        false},
    KeyStateName{"enabled|active|activated|valid|usable"_L1, true},
    KeyStateName{
        "status|state|(revoked|revocation|expired|disabled|deactivated|deleted|blocked|suspended|locked|cancell?ed|"
        "invalidated)(at|on|by|date|time|reason|since)+"_L1,
        std::nullopt},
    KeyStateName{
        "notbefore|nbf|(valid|active|enabled|usable|effective|available)(from|since|after)+(date|time|utc|on|at)*|"
        "(start|starts|begin|begins|effective|activation)(at|on|from|date|time|utc)+"_L1,
        std::nullopt, false, true},
    KeyStateName{"(expire|expires|expired|expiry|expiration|validity|end|ends|valid|active|enabled)"
                 "(at|on|by|date|time|utc|until|till|to|end)+|expires?|expiry|expiration|exp|ttl|notafter|validity"_L1,
                 std::nullopt, true},
};

const KeyStateName *findName(const QString &member)
{
    static const auto patterns = [] {
        std::array<QRegularExpression, stateNames.size()> all;
        std::transform(stateNames.begin(), stateNames.end(), all.begin(), [](const KeyStateName &name) {
            return QRegularExpression(u"\\A(?:(?:is|was|has|been|api|key)*(?:%1))\\z"_s.arg(name.pattern));
        });
        return all;
    }();
    constexpr qsizetype longest = 40;
    if (member.size() > longest)
        return nullptr;
    QString plain = member.toLower();
    plain.removeIf([](QChar c) { return !c.isLetter(); });
    const auto found = std::find_if(patterns.begin(), patterns.end(),
                                    [&plain](const auto &pattern) { return pattern.match(plain).hasMatch(); });
    return found == patterns.end() ? nullptr : &stateNames.at(static_cast<std::size_t>(found - patterns.begin()));
}

} // namespace

bool KeyStateName::isHarmless(const QJsonValue &value) const
{
    return isJsonNothing(value) || (harmless && jsonBoolean(value) == harmless) ||
           ((isEnd || isBegin) && readServiceMoment(value).kind == ServiceMoment::Kind::Nothing);
}

// A service writes the same few names in each of its keys; those of a hostile one are not kept. By their hashes: a name
// may hold a secret, and this outlives the session.
const KeyStateName *keyStateName(const QString &member)
{
    constexpr qsizetype mostKept = 64;
    thread_local QHash<size_t, const KeyStateName *> known;
    const size_t hash = qHash(member, QHashSeed::globalSeed());
    const auto found = known.constFind(hash);
    if (found != known.constEnd())
        return *found;
    const KeyStateName *name = findName(member);
    if (known.size() < mostKept)
        known.insert(hash, name);
    return name;
}

} // namespace lanyard
