#include "core/models/documentedits.h"

#include "core/models/editstep.h"
#include "core/models/editvalue.h"

#include <algorithm>
#include <set>
#include <utility>

namespace lanyard {

// Connected before anybody else: who is told of a change already knows of no secret too few.
DocumentEdits::DocumentEdits(QObject *parent) : QObject(parent)
{
    connect(this, &DocumentEdits::changed, this, [this](const Path &path) {
        if (path.isSetting() && !m_settings.isPlain(path))
            followSecrets();
    });
    connect(this, &DocumentEdits::reloaded, this, &DocumentEdits::followSecrets);
}

DocumentEdits::~DocumentEdits() = default;

// What is in the place of a secret setting and not saved, also what does not fit it and what may have been saved.
void DocumentEdits::followSecrets()
{
    QList<Secret> unsaved;
    const auto note = [&](const Path &path, const QString &text) {
        if (path.isSetting() && !m_settings.isPlain(path))
            unsaved << Secret::fromText(text);
    };
    for (const auto &[path, edit] : m_edits)
        note(path, edit.value.toString());
    for (const auto &[path, misfit] : m_misfits)
        note(path, misfit.text);
    for (const auto &[path, value] : m_inDoubt.values())
        note(path, value.toString());
    if (!m_hidden.setUnsaved(unsaved))
        return;
    refreshHidden();
    Q_EMIT secretsChanged();
}

// What was entered may be a secret now, and is shown in many places besides the models.
void DocumentEdits::tellReloaded()
{
    Q_EMIT reloaded();
    if (m_hidden.takeIsOther())
        refreshHidden();
}

void DocumentEdits::setHidden(bool isPresenting, const Secret &token)
{
    const bool isOther = m_hidden.isPresenting() != isPresenting;
    m_hidden.setPresenting(isPresenting);
    m_hidden.setToken(token);
    if (isOther)
        Q_EMIT hiddenChanged();
}

void DocumentEdits::refreshHidden()
{
    if (m_hidden.isPresenting())
        Q_EMIT hiddenChanged();
}

QList<Change> DocumentEdits::beginSave()
{
    EditsInDoubt::Values values;
    for (const auto &[path, edit] : m_edits)
        values.insert({path, edit.value});
    m_inDoubt.begin(std::move(values));
    if (const int count = m_undo.count())
        stepAt(count - 1)->markSent();
    // They were about an earlier save.
    for (const auto &[path, notice] : std::exchange(m_notices, {}))
        Q_EMIT changed(path);
    return changes();
}

Change DocumentEdits::sentChange(const Path &path, const QJsonValue &value, const QJsonValue &before) const
{
    Change change{path, value, before};
    change.wasSent = m_inDoubt.wasPosted(path, value);
    return change;
}

DocumentEdits::Step *DocumentEdits::stepAt(int index) const
{
    // QUndoStack returns its commands as const; they are ours.
    return static_cast<Step *>(const_cast<QUndoCommand *>(m_undo.command(index)));
}

QJsonValue DocumentEdits::value(const Path &path) const
{
    const auto edit = m_edits.find(path);
    return edit == m_edits.end() ? m_base.valueAt(path) : edit->second.value;
}

void DocumentEdits::apply(const Path &path, const State &state)
{
    // Text that is on its way to a value is no decision about what others have saved.
    const Path place = placeOf(path);
    const bool isMisfit = path == place ? state.misfit.has_value() : m_misfits.contains(place);
    if (!isMisfit || !isTouched(place))
        m_elsewhere.erase(place);
    m_answered.erase(path);
    m_unasked.erase(path);
    put(path, state);
}

std::optional<QJsonValue> DocumentEdits::askedOver(const Path &path) const
{
    if (isEdited(path))
        return m_base.valueAt(path);
    const auto unasked = m_unasked.find(path);
    return unasked == m_unasked.end() ? std::nullopt : std::optional(unasked->second);
}

void DocumentEdits::put(const Path &path, const State &state)
{
    holdAgain(path, state);
    m_notices.erase(path);
    Q_EMIT changed(path);
}

void DocumentEdits::finishChoice()
{
    if (const int index = m_undo.index(); index > 0)
        stepAt(index - 1)->finishChoice();
}

void DocumentEdits::pushStates(const QList<std::pair<Path, State>> &states, Manner manner)
{
    QList<Step::Place> places;
    for (const auto &[path, to] : states)
        places.append({path, state(path), to});
    if (!places.isEmpty())
        m_undo.push(new Step(*this, places, manner)); // which runs it
}

// An unchanged half goes with the one that changes: redone over another base, they are the same pair.
bool DocumentEdits::isAsInBase(const QList<Change> &changes, const Path &place) const
{
    return std::all_of(changes.begin(), changes.end(), [&](const Change &change) {
        return placeOf(change.path) != place || isUnchanged(m_base.valueAt(change.path), change.value);
    });
}

void DocumentEdits::edit(const QList<Change> &changes, Manner manner)
{
    m_isElsewhereNews = false;
    QList<std::pair<Path, State>> states;
    QList<Change> begunEarlier;
    for (const Change &change : changes) {
        const bool isBase = isUnchanged(m_base.valueAt(change.path), change.value) &&
                            (!otherHalf(change.path) || isAsInBase(changes, placeOf(change.path)));
        states.append({change.path, isBase ? stateWithoutEdit(change.path) : stateOf(change.path, change.value)});
        if (change.before && !isEdited(change.path))
            begunEarlier.append(change);
    }
    pushStates(states, manner);
    for (const Change &change : std::as_const(begunEarlier)) {
        if (const auto edit = m_edits.find(change.path); edit != m_edits.end())
            edit->second.before = sinceLanded(change.path, *change.before);
    }
}

void DocumentEdits::revertWhere(const std::function<bool(const Path &)> &isMeant)
{
    std::set<Path> paths;
    for (const auto &[path, edit] : m_edits)
        paths.insert(path);
    for (const auto &[path, misfit] : m_misfits)
        paths.insert(path);
    QList<std::pair<Path, State>> states;
    for (const Path &path : paths) {
        if (isMeant(path))
            states.append({path, stateWithoutEdit(path)});
    }
    pushStates(states, Manner::Chosen);
}

void DocumentEdits::revert(const QList<Path> &paths)
{
    std::set<Path> places;
    for (const Path &path : paths)
        places.insert(placeOf(path));
    revertWhere([&places](const Path &other) { return places.contains(placeOf(other)); });
}

void DocumentEdits::revertAll()
{
    revertWhere([](const Path &) { return true; });
    m_notices.clear();
    Q_EMIT reloaded();
}

QList<Change> DocumentEdits::changes() const
{
    QList<Change> changes;
    for (const auto &[path, edit] : m_edits)
        changes.append({path, edit.value, edit.before, edit.otherBefore, edit.settingName, m_settings.isPlain(path),
                        edit.settingType, m_inDoubt.wasPosted(path, edit.value)});
    return changes;
}

QList<Path> DocumentEdits::changedPlaces() const
{
    std::set<Path> places;
    for (const auto &[path, edit] : m_edits)
        places.insert(placeOf(path));
    return {places.begin(), places.end()};
}

QList<Path> DocumentEdits::unsavedPlaces() const
{
    QList<Path> places = changedPlaces();
    for (const auto &[path, misfit] : m_misfits) {
        if (!places.contains(placeOf(path)))
            places.append(placeOf(path));
    }
    return places;
}

} // namespace lanyard

#include "moc_documentedits.cpp"
