#pragma once

#include "tests/service/serviceoptions.h"

#include <QJsonObject>
#include <QLatin1StringView>

#include <span>

namespace lanyard::testing {

// One member of an object of the contract.
struct Member
{
    enum class Kind { Text, Date, Integer32, Integer64, Boolean, Texts, Keys, Settings };

    QLatin1StringView name;
    Kind kind;
    bool owned = false; // the service keeps its own value, whatever a client sends
};

std::span<const Member> userMembers();
std::span<const Member> keyMembers();
std::span<const Member> settingMembers();

// The user as an answer shows it: default values, forms of dates and integers, nested lists as the options say.
// Members unknown to the contract stay as they are.
QJsonObject dressed(const QJsonObject &user, const ServiceOptions &options);

// What is wrong with a user that a client sent, as the `errors` of a problem+json; empty if it fits the contract.
QJsonObject misfits(const QJsonObject &user);

// An id as a number or as text, for comparison; empty if it is neither.
QString idText(const QJsonValue &id);

} // namespace lanyard::testing
