#pragma once

#include "core/workspace/draft.h"

#include <QObject>
#include <QTimer>

#include <map>

namespace lanyard {

class DocumentEdits;
class Preferences;

/// Assigns the edits to their user, and saves them to disk while they are unsaved, so that a crash loses no more than
/// about a second of typing. Once nothing is unsaved, nothing is left on disk.
class DraftWriter : public QObject
{
    Q_OBJECT

public:
    /// @p user and @p preferences must outlive it.
    DraftWriter(DocumentEdits &user, DraftStore store, Preferences &preferences, QObject *parent = nullptr);

    /// @p user as read from @p origin, empty if signed out. If the user is a different one from before and has a draft,
    /// its edits are restored; the value is when they were made. Also if none could be kept (see leftOut()), once.
    std::optional<QDateTime> setUser(const Origin &origin, const User &user);
    /// What had a change in that draft too, which was not stored (see Draft): its names.
    [[nodiscard]] const QStringList &leftOut() const { return m_leftOut; }
    /// Discards all edits; the draft is removed too.
    void discard();
    /// Discards the edits that setUser() has restored, and no others: not at a place that was edited since.
    void discardRestored();
    /// Whether edits of that user are on disk, to be restored once they are signed in.
    [[nodiscard]] bool isDue(const Origin &origin, const QString &userId) const;
    /// Writes the draft at once. Before a save: if the program ends before the response, the draft is what was sent,
    /// and the next start finds it done (see EditsInDoubt).
    void write();

Q_SIGNALS:
    /// The edits are in memory only; emitted once until they can be written again, which is retried every few seconds.
    void notWritten();
    /// They are on disk again, or there is nothing left to write.
    void written();
    /// A draft of an earlier run exists and could not be used. It was set aside.
    void unusableDraftFound();

private:
    [[nodiscard]] bool hasContent() const;
    void noteEdits();
    void noteWritten(bool isWritten);

    DocumentEdits &m_user;
    DraftStore m_store;
    Preferences &m_preferences;
    Origin m_origin;
    std::map<Path, QList<QJsonValue>> m_restored;
    QStringList m_leftOut;
    QTimer m_soon;
    bool m_open = false;
    bool m_written = true;
};

} // namespace lanyard
