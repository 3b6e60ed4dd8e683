#pragma once

#include "core/base/jsonsource.h"

#include <QJsonValue>

#include <optional>

namespace lanyard {

/// How a list of the account came.
enum class ListForm {
    Missing,    ///< left out, or nothing: that never means that it is empty
    Read,       ///< as a list, perhaps of nothing
    Unreadable, ///< as something else, which is not understood
};

[[nodiscard]] ListForm listForm(const QJsonValue &list);

/// The list in an object with "$values", in which .NET wraps lists to keep their references; any other value is itself.
[[nodiscard]] QJsonValue unwrappedList(const QJsonValue &value);

/// Where the list that unwrappedList() gives of @p member stands in the bytes of @p owner.
struct ListSource
{
    JsonSource::Span span;
    /// The member, or "$values" in it, of which there are two for a reader that ignores case: it is unknown which
    /// counts.
    std::optional<QString> doubledMember;
};
[[nodiscard]] ListSource listSource(const JsonSource &owner, const QString &member);

/// Whether an element of a list is an object with members of its own, not only a reference to another one.
[[nodiscard]] bool isEntry(const QJsonValue &element);

/// A list for display: its texts, and the names of its objects, joined by commas. What is neither is in JSON notation.
[[nodiscard]] QString listText(const QJsonValue &list);

} // namespace lanyard
