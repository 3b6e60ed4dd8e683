// Documents and rows for the tests of the models.
#pragma once

#include "core/document/userfields.h"
#include "core/models/profilemodel.h"
#include "tests/service/accountservice.h"

#include <QJsonDocument>

namespace lanyard::testing {

// The stand-in service's fullest account.
[[nodiscard]] inline const User &rich()
{
    static const User user(AccountService().user(QStringLiteral("mrossi")));
    return user;
}

// A user with these members, written as in JSON, and an id.
[[nodiscard]] inline User userOf(const QByteArray &members)
{
    return User(QJsonDocument::fromJson(R"({"id":"7")" + (members.isEmpty() ? "" : "," + members) + "}").object());
}

[[nodiscard]] inline QModelIndex indexOf(const ProfileModel &model, const QString &key)
{
    return model.index(static_cast<int>(userField(key) - userFields().data()));
}

} // namespace lanyard::testing
