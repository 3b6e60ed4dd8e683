#pragma once

#include "core/document/change.h"
#include "core/http/origin.h"

#include <QDateTime>

namespace lanyard {

class User;

/// Unsaved edits of one person at one service, for the next start after a crash.
struct Draft
{
    QList<Change> changes;
    QDateTime savedAt;
};

/// Keeps drafts in a folder, one file for each person and service, readable by its owner only.
///
/// Only what was changed is written; never a setting that looks secret or that the user as last read does not hold,
/// never a picture larger than 256 KiB.
class DraftStore
{
public:
    /// @p folder empty: nothing is kept.
    explicit DraftStore(QString folder = {}) : m_folder(std::move(folder)) {}

    /// The draft of that person; nothing when there is none, or the file is another's. What cannot be used is set
    /// aside, and @p unusable says so.
    [[nodiscard]] std::optional<Draft> read(const Origin &origin, const QString &userId,
                                            bool *unusable = nullptr) const;
    /// Replaces the draft by @p changes to @p user; removes it when nothing of them may be kept. False when it could
    /// not be written.
    bool write(const Origin &origin, const User &user, const QList<Change> &changes) const;
    bool remove(const Origin &origin, const QString &userId) const;

private:
    [[nodiscard]] QString fileOf(const Origin &origin, const QString &userId) const;

    QString m_folder;
};

} // namespace lanyard
