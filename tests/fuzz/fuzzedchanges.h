// Documents and changes made of what a fuzzer thought up.
#pragma once

#include "core/document/change.h"
#include "tests/fuzz/lenientjson.h"

namespace lanyard::testing {

// The value as a user's document; one without members when it is no object.
[[nodiscard]] QJsonObject documentOf(const Json &json);

// Changes, at most one for each place: of lists [place, value, before, wasSent], where a number as the place is a row
// of userFields() and a text the id of a setting. Without the third nothing is known of before; without the fourth it
// was not sent.
[[nodiscard]] QList<Change> changesOf(const Json &json);

// How many settings of the document have that id; where the last of them stands.
struct SettingPlace
{
    int count = 0;
    qsizetype last = -1;
};
[[nodiscard]] SettingPlace settingPlace(const QJsonObject &document, const QString &id);

// Whether a change to that path can be laid over the document at all.
[[nodiscard]] bool hasPlace(const QJsonObject &document, const Path &path);

// The document without what stands at the places of the changes: what they must leave alone.
[[nodiscard]] QJsonObject without(QJsonObject document, const QList<Change> &changes);

} // namespace lanyard::testing
