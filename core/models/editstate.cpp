// What the user has made of a path: an edit, and above it a text that is no value of the place (a misfit).
#include "core/document/user.h"
#include "core/models/documentedits.h"
#include "core/models/editvalue.h"
#include "core/models/placeproblem.h"
#include "core/models/settingvalue.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace lanyard {

DocumentEdits::State DocumentEdits::state(const Path &path) const
{
    State state;
    if (const auto edit = m_edits.find(path); edit != m_edits.end()) {
        state.edit = edit->second.value;
        state.settingType = edit->second.settingType;
        if (isGone(path, m_base))
            state.ofGone = edit->second;
    }
    if (const auto misfit = m_misfits.find(path); misfit != m_misfits.end())
        state.misfit = misfit->second;
    return state;
}

DocumentEdits::State DocumentEdits::stateOf(const Path &path, const QJsonValue &value) const
{
    const auto setting = m_base.settingAt(path);
    return {value, setting ? std::optional(setting->typeName()) : std::nullopt};
}

DocumentEdits::State DocumentEdits::stateWithoutEdit(const Path &path) const
{
    return m_inDoubt.contains(path) ? stateOf(path, asEdit(path, m_base.valueAt(path))) : State();
}

void DocumentEdits::hold(const Path &path, const State &state)
{
    const State held = state.edit ? state : stateWithoutEdit(path);
    if (!held.edit || (isUnchanged(m_base.valueAt(path), *held.edit) && !m_inDoubt.contains(path))) {
        m_edits.erase(path);
    } else {
        if (!m_edits.contains(path))
            m_edits.insert({path, held.ofGone.value_or(newEdit(path, *held.edit))});
        Edit &edit = m_edits.at(path);
        edit.value = *held.edit;
        edit.settingType = held.settingType;
    }
    if (state.misfit)
        m_misfits.insert_or_assign(path, *state.misfit);
    else
        m_misfits.erase(path);
}

// The text for a setting as a value of the type that it has now. What is not one has to be corrected before anything of
// it is sent.
DocumentEdits::State DocumentEdits::readAgain(const Path &path, const State &state) const
{
    const auto setting = m_base.settingAt(path);
    if (!setting)
        return state;
    Change change{path, state.edit.value_or(QJsonValue())};
    change.settingType = state.settingType;
    const bool isFit = !state.edit || fits(change, m_base);
    if (isFit && !state.misfit)
        return state;
    const QString text = state.misfit ? state.misfit->text : state.edit->toString();
    if (const SettingReading reading = readSetting(*setting, text); reading.ok())
        return stateOf(path, reading.text);
    State unfit = isFit ? state : State();
    unfit.misfit = state.misfit.value_or(Misfit{text, begunOver(path)});
    if (isEdited(path))
        unfit.misfit->before = begunOver(path);
    return unfit;
}

void DocumentEdits::holdAgain(const Path &path, const State &state)
{
    const bool wasEdited = isEdited(path);
    hold(path, readAgain(path, state));
    // A misfit that is a value now was begun over the value of then.
    if (const auto edit = m_edits.find(path); state.misfit && !wasEdited && !state.edit && edit != m_edits.end())
        edit->second.before = state.misfit->before;
}

// But for what is in doubt: what was sent may still arrive, whatever type its setting has now.
void DocumentEdits::readAllAgain()
{
    std::map<Path, State> states;
    for (const auto &[path, edit] : m_edits)
        states.insert({path, state(path)});
    for (const auto &[path, misfit] : m_misfits)
        states.insert({path, state(path)});
    for (const auto &[path, before] : states) {
        if (!m_inDoubt.contains(path) && readAgain(path, before) != before)
            holdAgain(path, before);
    }
}

void DocumentEdits::setMisfit(const Path &path, const std::optional<QString> &text,
                              const std::optional<QJsonValue> &before)
{
    if (text.has_value() == hasMisfit(path) && text.value_or(QString()) == misfit(path))
        return;
    m_isElsewhereNews = false;
    State next = state(path);
    next.misfit =
        text ? std::optional(Misfit{*text, sinceLanded(path, before.value_or(m_base.valueAt(path)))}) : std::nullopt;
    pushStates({{path, next}}, text ? Manner::Typed : Manner::Chosen);
}

void DocumentEdits::replaceWithMisfit(const Path &path, const QString &text, Manner manner)
{
    State next = stateWithoutEdit(path);
    next.misfit = Misfit{text, begunOver(path)};
    QList<std::pair<Path, State>> states;
    if (const auto other = otherHalf(path)) {
        next.misfit->otherBefore = begunOver(*other);
        states.append({*other, stateWithoutEdit(*other)});
    }
    states.prepend({path, next});
    pushStates(states, manner);
}

void DocumentEdits::dropMisfit(const Path &path)
{
    const auto dropped = m_misfits.extract(path);
    if (dropped.empty())
        return;
    const bool isSecret = path.isSetting() && !m_settings.isPlain(path);
    Q_EMIT changed(path);
    Q_EMIT misfitDropped(editedPlaceLabel(path, *this), isSecret ? QString() : m_hidden.shown(dropped.mapped().text));
}

QString DocumentEdits::misfit(const Path &path) const
{
    const auto found = m_misfits.find(path);
    return found == m_misfits.end() ? QString() : found->second.text;
}

QList<Path> DocumentEdits::misfits() const
{
    QList<Path> paths;
    for (const auto &[path, misfit] : m_misfits)
        paths.append(path);
    return paths;
}

qsizetype DocumentEdits::unfinishedCount() const
{
    const std::set<Path> open = m_open.invalid();
    const auto isMisfit = [this](const Path &path) { return hasMisfit(path); };
    return std::ssize(m_misfits) + std::ssize(open) - std::count_if(open.begin(), open.end(), isMisfit);
}

qsizetype DocumentEdits::finishedCount() const
{
    const std::set<Path> open = m_open.invalid();
    const QList<Path> places = changedPlaces();
    return std::count_if(places.begin(), places.end(),
                         [&](const Path &place) { return !hasMisfit(place) && !open.contains(place); });
}

} // namespace lanyard
