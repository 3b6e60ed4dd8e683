// Documents of any size, as a service sends them.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace lanyard::testing {

// What the document has many of.
enum class Many { Keys, Settings, Groups, Categories };

// "keys", "settings", "groups", "categories"; nullopt for anything else.
[[nodiscard]] std::optional<Many> manyOf(const QString &name);

// The whole answer of the service, a user with @p count of them. The same each time.
[[nodiscard]] QByteArray largeDocument(Many many, int count);

} // namespace lanyard::testing
