#pragma once

#include "core/account/merge.h"

#include <QObject>
#include <QUndoStack>

#include <map>

namespace lanyard {

/// The user as last read (base) with the person's edits over it: what the profile form and the settings page show, and
/// what one save sends. The edits outlive a new base, so that neither a reload nor an expired session loses them; each
/// remembers what stood there when it was begun, which the merge needs (see Change::before).
class EditedUser : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~EditedUser() override;

    [[nodiscard]] const User &base() const { return m_base; }
    /// Edits of which nothing is left to be done (see isDone()) vanish; the others stay. Notices go.
    void setBase(const User &base);
    /// The edits, which are about to be sent. Until a new base shows what came of it, the base is no measure for their
    /// places: what is taken back there, by whatever means, stays as an edit that brings the old value back.
    [[nodiscard]] QList<Change> beginSave();
    /// The service did not get them: an edit that says the same as the base is none, unless an earlier save is in
    /// doubt.
    void forgetSave();
    /// The service has answered that it took @p change. It vanishes, in whatever notation the base has it, unless
    /// something else was typed there meanwhile: that is then an edit of what was taken.
    void settle(const Change &change);
    /// Another person, or nobody: edits, undo and notices go too.
    void reset(const User &base);

    /// What stands at @p path with the edits.
    [[nodiscard]] QJsonValue value(const Path &path) const;
    [[nodiscard]] bool isEdited(const Path &path) const { return m_edits.contains(path); }
    /// Sets what shall stand there. The old value again, or nothing where there was nothing, takes the edit back.
    void edit(const Path &path, const QJsonValue &value) { edit({{path, value}}); }
    /// Several places as one step of undo. A new edit takes its `before` from the change, if it has one: for what was
    /// begun against an older base.
    void edit(const QList<Change> &changes);
    /// Takes back every edit at the place of @p path (see placeOf()).
    void revert(const Path &path);
    void revertAll();
    /// Edits of an earlier run, each with what stood there then. Those that the base shows already are left out.
    void restore(const QList<Change> &changes);
    /// The person has seen what the service holds at the place of @p path, and keeps the edit: no conflict any more.
    void rebase(const Path &path);
    /// The person has seen @p conflict and keeps the edit. If the service holds something else by now, that is another
    /// conflict, and seen by the next save.
    void rebase(const Conflict &conflict);
    /// Whether the base still shows what @p conflict told of the other side.
    [[nodiscard]] bool shows(const Conflict &conflict) const;

    /// Undo and redo over all places. A new base leaves it alone: what was saved can be undone, and saved again.
    [[nodiscard]] QUndoStack *undoStack() { return &m_undo; }

    [[nodiscard]] bool hasEdits() const { return !m_edits.empty(); }
    /// Ordered by path, each with what stood there before.
    [[nodiscard]] QList<Change> changes() const;
    /// The places (see placeOf()) that differ: a country and its code are one.
    [[nodiscard]] QList<Path> changedPlaces() const;

    /// A sentence about one place, shown there until it is edited or a new base comes ("the service kept …").
    [[nodiscard]] QString notice(const Path &path) const;
    void setNotice(const Path &path, const QString &notice);

Q_SIGNALS:
    /// The value, edit mark or notice at @p path changed.
    void changed(const lanyard::Path &path);
    /// Everything may have changed.
    void reloaded();
    /// Undo or redo changed @p path: the place to look at.
    void stepped(const lanyard::Path &path);

private:
    struct Edit
    {
        QJsonValue value;
        QJsonValue before;
    };
    class Step;

    /// nullopt: no edit.
    [[nodiscard]] std::optional<QJsonValue> state(const Path &path) const;
    [[nodiscard]] std::optional<QJsonValue> stateWithoutEdit(const Path &path) const;
    [[nodiscard]] Step *stepAt(int index) const;
    void land(const Path &path, const QJsonValue &before);
    void landSent();
    void apply(const Path &path, const std::optional<QJsonValue> &state);
    void pushStates(const QList<std::pair<Path, std::optional<QJsonValue>>> &states);

    User m_base;
    std::map<Path, Edit> m_edits;
    std::map<Path, QJsonValue> m_sent; // by a save of which nobody knows yet what came of it
    bool m_earlierInDoubt = false;     // another one before it
    std::map<Path, QString> m_notices;
    QUndoStack m_undo;
};

} // namespace lanyard
