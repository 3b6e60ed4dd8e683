#pragma once

#include "core/document/change.h"
#include "core/http/origin.h"
#include "core/models/hiddensecrets.h"

#include <QDateTime>

namespace lanyard {

/// One user's unsaved edits at one service, for the next start after a crash.
struct Draft
{
    QList<Change> changes;
    QList<Change> misfits = {}; ///< texts that fit their places no better at the next start (see DocumentEdits)
    QDateTime savedAt = {};
    QStringList leftOut = {}; ///< the names of the places that had a change which may not be stored
};

/// Keeps drafts in a folder, one file per user and service, readable only by its owner.
///
/// Only changes and misfits are written; never a setting that looked secret when the service last reported it or that
/// it never reported, never a picture larger than 256 KiB, never what has a secret, or the beginning of one, in it, in
/// its new value or an old one. A change to a setting that is gone, or whose id now belongs to another one, is kept:
/// the setting may return. The name of what is left out is written, but for one with a secret in it.
class DraftStore
{
public:
    /// @p folder empty: nothing is kept.
    explicit DraftStore(QString folder = {}) : m_folder(std::move(folder)) {}

    /// That user's draft; nullopt if there is none, or the file is another user's. An unusable file is set aside, and
    /// @p unusable is set.
    [[nodiscard]] std::optional<Draft> read(const Origin &origin, const QString &userId,
                                            bool *unusable = nullptr) const;
    /// Whether that user has one, which need not be usable.
    [[nodiscard]] bool contains(const Origin &origin, const QString &userId) const;
    /// Replaces the draft with @p draft, of edits to @p user, as of now; removes it if nothing of it may be stored.
    /// False if it could not be written. @p hidden knows the secrets of @p user, whether presenting or not.
    bool write(const Origin &origin, const User &user, const Draft &draft, const HiddenSecrets &hidden) const;
    bool remove(const Origin &origin, const QString &userId) const;

private:
    [[nodiscard]] QString fileOf(const Origin &origin, const QString &userId) const;

    QString m_folder;
};

} // namespace lanyard
