#pragma once

#include "core/document/merge.h"

#include <QHash>
#include <QObject>
#include <QUndoStack>

#include <functional>
#include <map>

namespace lanyard {

/// What came of a save, as far as the edits go.
struct SaveEnd
{
    enum class Kind {
        Answered,   ///< the service holds `user` now, and took all that was sent but `notKept`
        Conflicted, ///< the service holds `user`; nothing was sent
        Failed,     ///< the service did not get the edits, or refused them
        Unknown,    ///< nobody knows what became of them
    };

    Kind kind = Kind::Failed;
    User user = {};
    QList<Change> notKept = {};
    bool hasArrived = true; ///< if not, the service never saw what is not kept, and did not refuse it
    /// What the service said about single places.
    QList<std::pair<Path, QString>> refusals = {};
};

/// The user as last read (base) with the person's edits over it: what the profile form and the settings page show, and
/// what one save sends. The edits outlive a new base, so that neither a reload nor an expired session loses them; each
/// remembers what stood there when it was begun, which the merge needs (see Change::before).
class DocumentEdits : public QObject
{
    Q_OBJECT

public:
    /// How an edit came about, which says what one step of undo is.
    enum class Manner {
        Typed,    ///< at a keyboard: what is typed at one place without a longer pause is one step
        Choosing, ///< on the way to a choice ("Ger"): one step with what is chosen in the end, however long it takes
        Chosen,   ///< a step of its own
    };

    using QObject::QObject;
    ~DocumentEdits() override;

    [[nodiscard]] const User &base() const { return m_base; }
    /// Of a read. Edits of which nothing is left to be done (see isDone()) vanish; the others stay. Notices go. While
    /// there are edits, a notice tells where somebody else has changed something. What was done to a setting whose id
    /// is another one's by now stays with it, as with one that is gone (see Path::formerSetting()).
    void setBase(const User &base);
    /// The edits, which are about to be sent. Until a new base shows what came of it, the base is no measure for their
    /// places: what is taken back there, by whatever means, stays as an edit that brings the old value back.
    [[nodiscard]] QList<Change> beginSave();
    /// What is in a save of which nobody knows yet what came of it.
    [[nodiscard]] QList<Path> sent() const;
    /// How many places are in a save of which nobody knows yet what came of it.
    [[nodiscard]] qsizetype sentCount() const { return static_cast<qsizetype>(m_sent.size()); }
    /// Whether there are edits that beginSave() did not hand out, or that were changed since.
    [[nodiscard]] bool hasUnsent() const;
    /// The one way by which a save reaches the edits. What was taken vanishes, in whatever notation the service has it,
    /// unless something else was typed there meanwhile: that is then an edit of what was taken. What was not taken
    /// stays, with a notice; so does everything when the save failed.
    void finishSave(const SaveEnd &end);
    /// Another person, or nobody: edits, undo and notices go too.
    void reset(const User &base);

    /// What stands at @p path with the edits.
    [[nodiscard]] QJsonValue value(const Path &path) const;
    [[nodiscard]] bool isEdited(const Path &path) const { return m_edits.contains(path); }
    /// Sets what shall stand there. The old value again, or nothing where there was nothing, takes the edit back.
    void edit(const Path &path, const QJsonValue &value) { edit({{path, value}}); }
    /// Several places as one step of undo. A new edit takes its `before` from the change, if it has one: for what was
    /// begun against an older base.
    void edit(const QList<Change> &changes, Manner manner = Manner::Typed);
    /// What was being chosen is chosen: the next edit is a step of its own.
    void finishChoice();

    /// What stands in the editor of @p path and is no value ("31/31/2000"), in its words. It is as unsaved as an edit,
    /// holds a save back and outlives a new base, but is never sent; empty takes it away. The next edit of that place
    /// and every way to revert it end it.
    void setMisfit(const Path &path, const QString &text);
    /// Null when there is none.
    [[nodiscard]] QString misfit(const Path &path) const;
    [[nodiscard]] QList<Path> misfits() const;
    /// Edits, or texts that are no values yet: what somebody would lose.
    [[nodiscard]] bool hasUnsaved() const { return hasEdits() || !m_misfits.empty(); }
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
    /// The user has looked at @p path: it is no news any more that somebody else changed it.
    void setSeen(const Path &path);

Q_SIGNALS:
    /// The value, edit mark or notice at @p path changed.
    void changed(const lanyard::Path &path);
    /// Everything may have changed.
    void reloaded();
    /// Undo or redo changed @p path: the place to look at.
    void stepped(const lanyard::Path &path);
    /// Edited settings that a new base does not have any more, by their labels.
    void settingsLost(const QStringList &labels);

private:
    struct Edit
    {
        QJsonValue value;
        QJsonValue before;
        std::optional<QJsonValue> otherBefore; ///< as in Change
        std::optional<QString> settingName;    ///< as in Change
    };
    class Step;

    /// nullopt: no edit.
    [[nodiscard]] std::optional<QJsonValue> state(const Path &path) const;
    [[nodiscard]] Edit newEdit(const Path &path, const QJsonValue &value) const;
    [[nodiscard]] Edit editOf(const Change &change) const;
    [[nodiscard]] Path placeIn(const User &next, const Path &path) const;
    void followSettings(const User &next);
    [[nodiscard]] QList<Path> lostWith(const User &next) const;
    [[nodiscard]] bool isAsInBase(const QList<Change> &changes, const Path &place) const;
    [[nodiscard]] std::optional<QJsonValue> stateWithoutEdit(const Path &path) const;
    [[nodiscard]] Step *stepAt(int index) const;
    /// @p before: what stood there, for each edit that the service holds now.
    void land(const std::map<Path, QJsonValue> &before);
    void landSent();
    void takeBase(const User &base);
    void finishAnswered(const SaveEnd &end);
    void forgetSave();
    void dropTakenBack();
    void settle(const Path &path, const QJsonValue &value, std::map<Path, QJsonValue> &landed);
    void noteElsewhere(const User &now, const std::map<Path, QJsonValue> &sent);
    /// What the user does; put() without their having looked at the place.
    void apply(const Path &path, const std::optional<QJsonValue> &state);
    void put(const Path &path, const std::optional<QJsonValue> &state);
    void pushStates(const QList<std::pair<Path, std::optional<QJsonValue>>> &states, Manner manner);
    void dropMisfits(const std::function<bool(const Path &)> &which);

    User m_base;
    std::map<Path, Edit> m_edits;
    std::map<Path, QJsonValue> m_sent; // by a save of which nobody knows yet what came of it
    bool m_earlierInDoubt = false;     // another one before it
    std::map<Path, QString> m_notices;
    std::map<Path, QJsonValue> m_elsewhere; // what stood where somebody else changed something
    std::map<Path, QString> m_misfits;
    QHash<QString, QString> m_settingNames; // by id: Setting::fullName() when the service told it last
    QUndoStack m_undo;
};

} // namespace lanyard
