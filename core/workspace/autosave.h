#pragma once

#include "core/workspace/draft.h"

#include <QObject>
#include <QTimer>

namespace lanyard {

class DocumentEdits;
class Preferences;

/// Gives the edits their user, and writes them down while they are unsaved, so that a crash loses no more than about
/// a second of typing. When nothing is unsaved any more, nothing is left on disk.
class Autosave : public QObject
{
    Q_OBJECT

public:
    /// @p user and @p preferences must outlive it.
    Autosave(DocumentEdits &user, DraftStore store, Preferences &preferences, QObject *parent = nullptr);

    /// What was read of @p user at @p origin, empty when nobody is signed in. When it is another person than before and
    /// there is a draft of theirs, its edits are taken up; the value is when they were made.
    std::optional<QDateTime> setUser(const Origin &origin, const User &user);
    /// Takes back all edits; the draft goes too.
    void discard();
    /// Writes them down at once. Before a save: if the program ends before it is answered, what is written is what was
    /// sent, and the next start finds it done.
    void write();

Q_SIGNALS:
    /// The edits are in memory only; told once until they can be written again, which is tried every few seconds.
    void notWritten();
    /// They are on the disk again, or there is nothing to be written any more.
    void written();
    /// A draft of an earlier run is there and could not be used. It was set aside.
    void unusableDraftFound();

private:
    void noteEdits();
    void noteWritten(bool isWritten);

    DocumentEdits &m_user;
    DraftStore m_store;
    Preferences &m_preferences;
    Origin m_origin;
    QTimer m_soon;
    bool m_open = false;
    bool m_written = true;
};

} // namespace lanyard
