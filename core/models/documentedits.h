#pragma once

#include "core/models/editsindoubt.h"
#include "core/models/hiddensecrets.h"
#include "core/models/opentexts.h"
#include "core/models/saveend.h"
#include "core/models/settingidentity.h"

#include <QObject>
#include <QUndoStack>

#include <functional>
#include <map>
#include <set>

namespace lanyard {

/// The document as last read (the base) with the user's edits on top: what the profile form and the settings page show,
/// and what one save sends. The edits survive a new base, so that neither a reload nor an expired session loses them;
/// each remembers the value from when it was started, which the merge needs (see Change::before).
class DocumentEdits : public QObject
{
    Q_OBJECT

public:
    /// How an edit was made, which determines the undo steps.
    enum class Manner {
        Typed,    ///< at a keyboard: typing at one place without a longer pause is one step
        Choosing, ///< on the way to a choice ("Ger"): one step together with the final choice, however long it takes
        Chosen,   ///< a step of its own
    };

    explicit DocumentEdits(QObject *parent = nullptr);
    ~DocumentEdits() override;

    [[nodiscard]] const User &base() const { return m_base; }
    /// Through it goes every text of the document and of the edits that is shown.
    [[nodiscard]] const HiddenSecrets &hidden() const { return m_hidden; }
    /// See HiddenSecrets. Ends in hiddenChanged() if something may be shown otherwise now.
    void setHidden(bool isPresenting, const Secret &token);
    void joinHidden(const OpenSecrets &open) { m_hidden.join(open); }
    /// The secrets of another account are others now: the same.
    void refreshHidden();
    /// After a read. Edits with nothing left to do (see isDone()) disappear; the others stay, as a misfit if they do
    /// not fit the setting any more (see fits()), at the new id of their setting (see SettingIds) if it has one.
    /// Notices are cleared. While there are edits, a notice shows where somebody else has changed something. Edits to a
    /// setting whose id now belongs to another setting stay with the former one, as with a setting that is gone (see
    /// Path::formerSetting()).
    void setBase(const User &base);
    /// The edits, which are about to be sent and are in doubt from now on (see EditsInDoubt): one that is reverted
    /// meanwhile, by whatever means, stays as an edit that restores the old value. What notices said of an earlier save
    /// is no longer said.
    [[nodiscard]] QList<Change> beginSave();
    /// Which settings the ids stand for, of which there have been edits.
    [[nodiscard]] const SettingIdentity &settingIds() const { return m_settings; }
    [[nodiscard]] const EditsInDoubt &inDoubt() const { return m_inDoubt; }
    /// Whether there are edits that beginSave() did not return, or that have changed since.
    [[nodiscard]] bool hasUnsent() const;
    /// The only way in which a save affects the edits. What was applied disappears, in whatever notation the service
    /// has it (a notice tells one of its own, see isNormalised()), unless something else was typed there meanwhile:
    /// that is then an edit of the applied value. What the service refused stays as an edit of the value that it kept,
    /// with a notice. Everything else stays as it was; what may still arrive stays in doubt.
    void finishSave(const SaveEnd &end);
    /// A different user, or none: edits, undo and notices are cleared too.
    void reset(const User &base);

    /// The value at @p path with the edits applied.
    [[nodiscard]] QJsonValue value(const Path &path) const;
    [[nodiscard]] bool isEdited(const Path &path) const { return m_edits.contains(path); }
    /// Sets the value. Setting the old value again, or nothing where there was nothing, removes the edit.
    void edit(const Path &path, const QJsonValue &value) { edit({{path, value}}); }
    /// Several places as one undo step. A change that has a `before` was started against an older base.
    void edit(const QList<Change> &changes, Manner manner = Manner::Typed);
    /// A choice has been made: the next edit is a separate step.
    void finishChoice();

    /// The invalid text in the editor of @p path ("31/31/2000"). It counts as unsaved like an edit, is a step of undo
    /// like one, blocks a save and survives a new base, but is never sent; nullopt removes it. The next edit of that
    /// place and every way of reverting it remove it. An edit there stays below it. @p before: the value when it was
    /// begun, which an edit that comes of it keeps.
    void setMisfit(const Path &path, const std::optional<QString> &text, const std::optional<QJsonValue> &before = {});
    /// The same, but without the edit of the whole place: a text that is typed letter by letter was valid on its way.
    void replaceWithMisfit(const Path &path, const QString &text, Manner manner);
    /// Without a step of undo: it can no longer be corrected. Ends in misfitDropped().
    void dropMisfit(const Path &path);
    /// It may be empty: the value was deleted where one is needed.
    [[nodiscard]] bool hasMisfit(const Path &path) const { return m_misfits.contains(path); }
    [[nodiscard]] QString misfit(const Path &path) const; ///< its text, null if there is none
    /// The value when the edit or misfit of @p path was begun, whichever is older; without one, the base's.
    [[nodiscard]] QJsonValue begunOver(const Path &path) const;
    [[nodiscard]] QList<Path> misfits() const;
    /// How many places have one, or an open text that would be one.
    [[nodiscard]] qsizetype unfinishedCount() const;
    /// How many of changedPlaces() have neither: with the others, each place is counted once.
    [[nodiscard]] qsizetype finishedCount() const;
    /// The misfits and open texts as changes(), for a draft: their values are texts that must not be sent.
    [[nodiscard]] QList<Change> misfitChanges() const;
    [[nodiscard]] OpenTexts &open() { return m_open; }
    /// Edits, or invalid texts: what the user would lose.
    [[nodiscard]] bool hasUnsaved() const { return hasEdits() || !m_misfits.empty(); }
    /// Reverts every edit at the place of @p path (see placeOf()).
    void revert(const Path &path) { revert(QList<Path>{path}); }
    void revert(const QList<Path> &paths); ///< as one step
    void revertAll();
    /// Edits of an earlier run, each with the value before it, and its misfits (see misfitChanges()). Edits that the
    /// base shows already are left out.
    void restore(const QList<Change> &changes, const QList<Change> &misfits = {});
    /// The user has seen the service's value at the place of @p path, and keeps the edit: no longer a conflict.
    void rebase(const Path &path);
    /// The user has seen @p conflict and keeps the edit. If the service's value has changed again since, that is
    /// another conflict, found by the next save.
    void rebase(const Conflict &conflict);
    /// Whether the base still shows the other side's values in @p conflict.
    [[nodiscard]] bool shows(const Conflict &conflict) const;

    /// Undo and redo over all places. A new base does not affect it: what was saved can be undone, and saved again,
    /// until a secret setting is saved.
    [[nodiscard]] QUndoStack *undoStack() { return &m_undo; }

    [[nodiscard]] bool hasEdits() const { return !m_edits.empty(); }
    [[nodiscard]] QList<Change> changes() const; ///< ordered by path, each with the value before it
    /// The places (see placeOf()) that differ: a country and its code are one.
    [[nodiscard]] QList<Path> changedPlaces() const;
    /// And those that have a misfit: what the user would lose.
    [[nodiscard]] QList<Path> unsavedPlaces() const;
    /// Those of them that others have changed too: a save asks what to keep there. Until then, a notice marks them.
    [[nodiscard]] QList<Path> conflicts() const;

    /// A sentence about one place, shown there until it is edited or a new base arrives ("the service kept …").
    [[nodiscard]] QString notice(const Path &path) const;
    [[nodiscard]] std::set<Path> noticed() const; ///< the places that have one
    /// Whether it is about an edit that the service has not taken.
    [[nodiscard]] bool isRefused(const Path &path) const;
    [[nodiscard]] bool isElsewhere(const Path &path) const; ///< it is about a change by others
    void setNotice(const Path &path, const QString &notice);
    /// The user has looked at @p path: a change there by somebody else is no longer news, and what is remarked on the
    /// edit is answered if it was read.
    void setSeen(const Path &path, bool isRemarkRead = false);
    /// What a remark compares with: the value before the edit, or before a save that has sent it, the remark unread.
    [[nodiscard]] std::optional<QJsonValue> askedOver(const Path &path) const;

Q_SIGNALS:
    /// A new base is about to change what is shown at @p path: what is being composed there has to become an edit now.
    void aboutToReplace(const lanyard::Path &path);
    /// The value, edit mark or notice at @p path changed.
    void changed(const lanyard::Path &path);
    void reloaded(); ///< everything may have changed
    /// Everything may be shown otherwise, though nothing has changed.
    void hiddenChanged();
    void secretsChanged();                        ///< the unsaved ones
    void stepped(const lanyard::Path &path);      ///< undo or redo changed it: the place to show
    void settingsLost(const QStringList &labels); ///< edited ones that a new base no longer has
    /// What was typed at the place with that label is gone; @p text is null where it may be a secret.
    void misfitDropped(const QString &label, const QString &text);

private:
    struct Edit
    {
        QJsonValue value;
        QJsonValue before;
        std::optional<QJsonValue> otherBefore;   ///< as in Change
        std::optional<QString> settingName;      ///< as in Change
        std::optional<QString> settingType = {}; ///< as in Change
        friend bool operator==(const Edit &, const Edit &) = default;
    };
    struct Landed
    {
        QJsonValue before;
        QJsonValue now;
    };
    struct Misfit
    {
        QString text;
        QJsonValue before;
        std::optional<QJsonValue> otherBefore = {}; ///< as in Change
        friend bool operator==(const Misfit &, const Misfit &) = default;
    };
    /// What the user has made of a path.
    struct State
    {
        std::optional<QJsonValue> edit = {};     ///< nullopt: no edit
        std::optional<QString> settingType = {}; ///< of the edit, as in Change
        std::optional<Misfit> misfit = {};       ///< shown above the edit
        std::optional<Edit> ofGone = {};         ///< the whole edit of a place that isGone(): the base tells none of it
        friend bool operator==(const State &, const State &) = default;
    };
    class Step;

    [[nodiscard]] State state(const Path &path) const;
    [[nodiscard]] State stateOf(const Path &path, const QJsonValue &value) const;
    [[nodiscard]] State readAgain(const Path &path, const State &state) const;
    void readAllAgain();
    [[nodiscard]] Edit newEdit(const Path &path, const QJsonValue &value) const;
    [[nodiscard]] Edit editOf(const Change &change) const;
    void followSettings(const User &next);
    [[nodiscard]] QList<Path> lostWith(const User &next) const;
    [[nodiscard]] bool isAsInBase(const QList<Change> &changes, const Path &place) const;
    [[nodiscard]] State stateWithoutEdit(const Path &path) const;
    [[nodiscard]] Step *stepAt(int index) const;
    /// @p before: for each edit that the service holds now, the value before it.
    void land(const std::map<Path, State> &before);
    void landInDoubt();
    [[nodiscard]] Change sentChange(const Path &path, const QJsonValue &value, const QJsonValue &before) const;
    void announceReplaced(const User &next);
    [[nodiscard]] bool isReplaced(const Path &path, const User &next) const;
    /// @p unseen: what stays in doubt, because the base does not tell what became of it.
    void takeBase(const User &base, const std::set<Path> &unseen = {});
    void finishAnswered(const SaveEnd &end);
    void noteRefused(const Path &path);
    [[nodiscard]] std::map<Path, QJsonValue> unaskedIn(const EditsInDoubt::Values &saved) const;
    void forgetSave();
    void dropTakenBack();
    void settle(const Path &path, const QJsonValue &value, std::map<Path, State> &landed);
    bool noteElsewhere(const User &now, const EditsInDoubt::Values &own, const std::function<Path(const Path &)> &to);
    /// Whether the base's value at @p place differs from @p before in more than its notation.
    [[nodiscard]] bool differs(const Path &place, const QJsonValue &before) const;
    [[nodiscard]] bool isTouched(const Path &place) const;
    void forgetElsewhereAsBefore();
    void forgetElsewhereSeen();
    void noteElsewhereSinceBegun();
    void rebaseMisfit(const Path &path);
    /// What an edit was begun over that was begun over @p before, whose editor may have been open during a save.
    [[nodiscard]] QJsonValue sinceLanded(const Path &path, const QJsonValue &before) const;
    /// For an action of the user; put() is for changes without the user having looked at the place.
    void apply(const Path &path, const State &state);
    void put(const Path &path, const State &state);
    void hold(const Path &path, const State &state);
    void holdAgain(const Path &path, const State &state);
    void pushStates(const QList<std::pair<Path, State>> &states, Manner manner);
    void followSecrets();
    void tellReloaded();
    void revertWhere(const std::function<bool(const Path &)> &isMeant);

    User m_base;
    HiddenSecrets m_hidden;
    std::map<Path, Edit> m_edits;
    std::map<Path, Landed> m_landed; // what the last save of a path has replaced, and with what
    EditsInDoubt m_inDoubt;
    std::map<Path, QString> m_notices;
    std::map<Path, QJsonValue> m_elsewhere; // the values where somebody else changed something
    bool m_isElsewhereNews = false;         // the user has not edited since it was noted
    std::set<Path> m_answered;              // edits whose remark was read
    std::map<Path, QJsonValue> m_unasked;   // the values before what was saved without that
    std::map<Path, Misfit> m_misfits;
    OpenTexts m_open;
    SettingIdentity m_settings;
    QUndoStack m_undo;
};

} // namespace lanyard
