// Random documents of users, and where two of them differ.
#pragma once

#include "core/document/change.h"

#include <QRandomGenerator>
#include <QSet>

namespace lanyard::testing {

// Makes the same documents in every run: members known and unknown, of the right and of any other type, deep ones too.
class Documents
{
public:
    explicit Documents(quint32 seed) : m_random(seed) {}

    // With an id of its own; settings whose ids are sometimes missing, doubled or no ids at all.
    QJsonObject user();
    // Of a member of the profile, or of one of the settings.
    Change change(const QJsonObject &user);
    // 0 to limit - 1.
    int below(int limit) { return static_cast<int>(m_random.bounded(limit)); }

private:
    bool often() { return below(3) != 0; }
    QString text();
    QJsonValue value(int depth = 0);
    QJsonArray array(int depth);
    QJsonObject members(int depth);

    QRandomGenerator m_random;
};

// Where two documents differ, as "member" or "settings[i].member".
QSet<QString> differences(const QJsonObject &a, const QJsonObject &b);

// Where a change belongs in a document, in the same words; empty when there is no such place, or more than one.
QString placeOf(const QJsonObject &user, const Path &path);

} // namespace lanyard::testing
