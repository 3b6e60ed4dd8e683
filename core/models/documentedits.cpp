#include "core/models/documentedits.h"

#include "core/document/jsontext.h"
#include "core/document/userfields.h"
#include "core/models/placetext.h"

#include <QElapsedTimer>

#include <algorithm>
#include <set>

namespace lanyard {

namespace {

// A text editor cannot show the difference between null, missing and "": leaving it empty is not an edit.
bool isUnchanged(const QJsonValue &base, const QJsonValue &value)
{
    return base == value || (isJsonNothing(base) && isJsonNothing(value));
}

// The edit that restores @p value after a different one was saved. A change cannot express "missing".
QJsonValue asEdit(const Path &path, const QJsonValue &value)
{
    if (!value.isUndefined())
        return value;
    const UserField *field = path.isSetting() ? nullptr : userField(path.fieldKey());
    return field && field->kind == FieldKind::Date ? QJsonValue(QJsonValue::Null) : QJsonValue(QString());
}

template<typename Value>
std::map<Path, Value> moved(const std::map<Path, Value> &values, const std::function<Path(const Path &)> &to)
{
    std::map<Path, Value> moved;
    for (const auto &[path, value] : values)
        moved.insert({to(path), value});
    return moved;
}

QStringList labelsOf(const QList<Path> &paths, const User &user)
{
    QStringList labels;
    for (const Path &path : paths)
        labels << placeLabel(path, user);
    return labels;
}

// Typing at one place without a longer pause is one undo step.
constexpr qint64 TypingPauseMs = 1000;

} // namespace

// One undo step: places, each with its edit before and after (nullopt: none).
class DocumentEdits::Step : public QUndoCommand
{
public:
    struct Place
    {
        Path path;
        std::optional<QJsonValue> from;
        std::optional<QJsonValue> to;
    };

    Step(DocumentEdits &user, QList<Place> places, Manner manner)
        : m_user(user), m_places(std::move(places)), m_manner(manner)
    {
        m_sinceLast.start();
    }

    void redo() override
    {
        show(&Place::to);
        if (!std::exchange(m_isNew, false))
            Q_EMIT m_user.stepped(m_places.first().path);
    }

    void undo() override
    {
        show(&Place::from);
        Q_EMIT m_user.stepped(m_places.first().path);
    }

    [[nodiscard]] int id() const override { return 1; }

    bool mergeWith(const QUndoCommand *command) override
    {
        const auto *next = static_cast<const Step *>(command);
        if (m_isSent || !goesOnWith(*next))
            return false;
        m_sinceLast.start();
        m_manner = next->m_manner;
        for (qsizetype i = 0; i < m_places.size(); ++i)
            m_places[i].to = next->m_places.at(i).to;
        setObsolete(
            std::all_of(m_places.begin(), m_places.end(), [](const Place &place) { return place.from == place.to; }));
        return true;
    }

    void move(const std::function<Path(const Path &)> &to)
    {
        for (Place &place : m_places)
            place.path = to(place.path);
    }

    void finishChoice()
    {
        if (m_manner == Manner::Choosing)
            m_manner = Manner::Chosen;
    }

    // Further typing is a separate step.
    void markSent() { m_isSent = true; }

    // The edits of these paths are now the service's values: reverting one means setting the value before it.
    void land(const std::map<Path, QJsonValue> &before)
    {
        for (Place &place : m_places) {
            const auto found = before.find(place.path);
            if (found == before.end())
                continue;
            if (!place.from)
                place.from = asEdit(place.path, found->second);
            if (!place.to)
                place.to = asEdit(place.path, found->second);
        }
    }

private:
    void show(std::optional<QJsonValue> Place::*state)
    {
        for (const Place &place : std::as_const(m_places)) {
            m_user.m_misfits.erase(place.path);
            m_user.apply(place.path, place.*state);
        }
    }

    [[nodiscard]] bool goesOnWith(const Step &next) const
    {
        const bool isOneAct =
            m_manner == Manner::Choosing ||
            (m_manner == Manner::Typed && next.m_manner == Manner::Typed && m_sinceLast.elapsed() <= TypingPauseMs);
        return isOneAct && std::equal(m_places.begin(), m_places.end(), next.m_places.begin(), next.m_places.end(),
                                      [](const Place &a, const Place &b) { return a.path == b.path; });
    }

    DocumentEdits &m_user;
    QList<Place> m_places;
    Manner m_manner;
    QElapsedTimer m_sinceLast;
    bool m_isNew = true;
    bool m_isSent = false;
};

DocumentEdits::~DocumentEdits() = default;

void DocumentEdits::setBase(const User &base)
{
    const QStringList lost = labelsOf(lostWith(base), m_base);
    if (m_edits.empty())
        m_elsewhere.clear();
    else
        noteElsewhere(base, {});
    takeBase(base);
    Q_EMIT reloaded();
    if (!lost.isEmpty())
        Q_EMIT settingsLost(lost);
}

void DocumentEdits::takeBase(const User &base)
{
    followSettings(base);
    m_base = base;
    m_notices.clear();
    landSent();
    std::map<Path, QJsonValue> landed;
    for (auto edit = m_edits.begin(); edit != m_edits.end();) {
        const auto &[path, made] = *edit;
        if (!isDone({path, made.value, made.before}, m_base.valueAt(path))) {
            ++edit;
            continue;
        }
        landed.insert({path, made.before});
        edit = m_edits.erase(edit);
    }
    land(landed);
}

Path DocumentEdits::placeIn(const User &next, const Path &path) const
{
    if (!path.isSetting())
        return path;
    if (path.isFormerSetting()) {
        const Path own = Path::setting(path.formerId());
        return next.settingNameAt(own) == path.formerName() ? own : path;
    }
    const auto known = m_settingNames.constFind(path.settingId());
    const auto now = next.settingNameAt(path);
    const bool isAnother = known != m_settingNames.constEnd() && now && *now != *known;
    return isAnother ? Path::formerSetting(path.settingId(), *known) : path;
}

// An id identifies a setting only as long as the service does not reuse it for another one.
void DocumentEdits::followSettings(const User &next)
{
    const auto place = [this, &next](const Path &path) { return placeIn(next, path); };
    m_edits = moved(m_edits, place);
    m_sent = moved(m_sent, place);
    m_misfits = moved(m_misfits, place);
    m_notices = moved(m_notices, place);
    m_elsewhere = moved(m_elsewhere, place);
    for (int i = 0; i < m_undo.count(); ++i)
        stepAt(i)->move(place);
    const QList<Setting> settings = next.settings();
    for (const Setting &setting : settings)
        m_settingNames.insert(setting.id(), setting.fullName());
}

// Edited, and in the base: but not in @p next, which does have settings.
QList<Path> DocumentEdits::lostWith(const User &next) const
{
    QList<Path> lost;
    for (const auto &[path, edit] : m_edits) {
        const bool wasThere = m_base.id() == next.id() && m_base.settingNameAt(path).has_value();
        if (wasThere && next.hasSettings() && next.settingNameAt(placeIn(next, path)) != edit.settingName)
            lost.append(path);
    }
    return lost;
}

// The sent values are now in place: what has been typed since is an edit of those.
void DocumentEdits::landSent()
{
    std::map<Path, QJsonValue> landed;
    for (const auto &[path, value] : std::exchange(m_sent, {})) {
        const QJsonValue now = m_base.valueAt(path);
        const auto edit = m_edits.find(path);
        if (edit == m_edits.end() || edit->second.value == value || !sameMeaning(now, value))
            continue;
        landed.insert({path, edit->second.before});
        edit->second.before = now;
        if (const auto other = otherHalf(path))
            edit->second.otherBefore = m_base.valueAt(*other);
    }
    land(landed);
}

QList<Change> DocumentEdits::beginSave()
{
    m_earlierInDoubt = !m_sent.empty();
    m_sent.clear();
    for (const auto &[path, edit] : m_edits)
        m_sent.insert({path, edit.value});
    if (const int count = m_undo.count())
        stepAt(count - 1)->markSent();
    return changes();
}

QList<Path> DocumentEdits::sent() const
{
    QList<Path> paths;
    for (const auto &[path, value] : m_sent)
        paths.append(path);
    return paths;
}

DocumentEdits::Step *DocumentEdits::stepAt(int index) const
{
    // QUndoStack returns its commands as const; they are ours.
    return static_cast<Step *>(const_cast<QUndoCommand *>(m_undo.command(index)));
}

void DocumentEdits::land(const std::map<Path, QJsonValue> &before)
{
    for (int i = 0; i < m_undo.count() && !before.empty(); ++i)
        stepAt(i)->land(before);
}

void DocumentEdits::reset(const User &base)
{
    m_edits.clear();
    m_sent.clear();
    m_misfits.clear();
    m_undo.clear();
    m_settingNames.clear();
    setBase(base);
}

QJsonValue DocumentEdits::value(const Path &path) const
{
    return state(path).value_or(m_base.valueAt(path));
}

std::optional<QJsonValue> DocumentEdits::state(const Path &path) const
{
    const auto edit = m_edits.find(path);
    return edit == m_edits.end() ? std::nullopt : std::optional(edit->second.value);
}

std::optional<QJsonValue> DocumentEdits::stateWithoutEdit(const Path &path) const
{
    return m_sent.contains(path) ? std::optional(asEdit(path, m_base.valueAt(path))) : std::nullopt;
}

// Both halves of a place remember their values from the same moment.
DocumentEdits::Edit DocumentEdits::newEdit(const Path &path, const QJsonValue &value) const
{
    Edit edit{value,
              m_base.valueAt(path),
              {},
              path.isFormerSetting() ? std::optional(path.formerName()) : m_base.settingNameAt(path)};
    if (const auto other = otherHalf(path)) {
        const auto half = m_edits.find(*other);
        if (half != m_edits.end() && half->second.otherBefore)
            edit.before = *half->second.otherBefore;
        edit.otherBefore = half == m_edits.end() ? m_base.valueAt(*other) : half->second.before;
    }
    return edit;
}

DocumentEdits::Edit DocumentEdits::editOf(const Change &change) const
{
    Edit edit = newEdit(change.path, change.value);
    edit.before = change.before.value_or(edit.before);
    edit.otherBefore = change.otherBefore ? change.otherBefore : edit.otherBefore;
    edit.settingName = change.settingName ? change.settingName : edit.settingName;
    return edit;
}

void DocumentEdits::apply(const Path &path, const std::optional<QJsonValue> &state)
{
    m_elsewhere.erase(placeOf(path));
    put(path, state);
}

void DocumentEdits::put(const Path &path, const std::optional<QJsonValue> &state)
{
    const QJsonValue base = m_base.valueAt(path);
    const std::optional<QJsonValue> value = state ? state : stateWithoutEdit(path);
    if (!value || (isUnchanged(base, *value) && !m_sent.contains(path)))
        m_edits.erase(path);
    else if (const auto edit = m_edits.find(path); edit != m_edits.end())
        edit->second.value = *value;
    else
        m_edits.insert_or_assign(path, newEdit(path, *value));
    m_notices.erase(path);
    Q_EMIT changed(path);
}

void DocumentEdits::finishChoice()
{
    if (const int index = m_undo.index(); index > 0)
        stepAt(index - 1)->finishChoice();
}

void DocumentEdits::setMisfit(const Path &path, const QString &text)
{
    if (text == misfit(path))
        return;
    if (text.isEmpty())
        m_misfits.erase(path);
    else
        m_misfits.insert_or_assign(path, text);
    Q_EMIT changed(path);
}

QString DocumentEdits::misfit(const Path &path) const
{
    const auto found = m_misfits.find(path);
    return found == m_misfits.end() ? QString() : found->second;
}

QList<Path> DocumentEdits::misfits() const
{
    QList<Path> paths;
    for (const auto &[path, text] : m_misfits)
        paths.append(path);
    return paths;
}

void DocumentEdits::dropMisfits(const std::function<bool(const Path &)> &which)
{
    const QList<Path> all = misfits();
    for (const Path &path : all) {
        if (which(path))
            setMisfit(path, {});
    }
}

void DocumentEdits::pushStates(const QList<std::pair<Path, std::optional<QJsonValue>>> &states, Manner manner)
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
    QList<std::pair<Path, std::optional<QJsonValue>>> states;
    QList<Change> begunEarlier;
    for (const Change &change : changes) {
        const bool isBase = isUnchanged(m_base.valueAt(change.path), change.value) &&
                            (!otherHalf(change.path) || isAsInBase(changes, placeOf(change.path)));
        states.append({change.path, isBase ? stateWithoutEdit(change.path) : std::optional(change.value)});
        if (change.before && !isEdited(change.path))
            begunEarlier.append(change);
    }
    pushStates(states, manner);
    for (const Change &change : std::as_const(begunEarlier)) {
        if (const auto edit = m_edits.find(change.path); edit != m_edits.end())
            edit->second.before = *change.before;
    }
}

void DocumentEdits::revert(const Path &path)
{
    QList<std::pair<Path, std::optional<QJsonValue>>> states;
    for (const auto &[edited, edit] : m_edits) {
        if (placeOf(edited) == placeOf(path))
            states.append({edited, stateWithoutEdit(edited)});
    }
    pushStates(states, Manner::Chosen);
    dropMisfits([&path](const Path &other) { return placeOf(other) == placeOf(path); });
}

void DocumentEdits::revertAll()
{
    QList<std::pair<Path, std::optional<QJsonValue>>> states;
    for (const auto &[edited, edit] : m_edits)
        states.append({edited, stateWithoutEdit(edited)});
    pushStates(states, Manner::Chosen);
    m_misfits.clear();
    m_notices.clear();
    Q_EMIT reloaded();
}

void DocumentEdits::restore(const QList<Change> &changes)
{
    for (const Change &change : changes) {
        const QJsonValue base = m_base.valueAt(change.path);
        const auto name = change.settingName ? m_base.settingNameAt(change.path) : std::nullopt;
        const bool isAnother = name && *name != *change.settingName;
        if (isAnother || !isUnchanged(base, change.value)) {
            m_edits.insert_or_assign(isAnother ? Path::formerSetting(change.path.settingId(), *change.settingName)
                                               : change.path,
                                     editOf(change));
        }
    }
    Q_EMIT reloaded();
}

void DocumentEdits::rebase(const Path &path)
{
    if (path.isSetting()) { // a place of its own
        if (const auto edit = m_edits.find(path); edit != m_edits.end())
            edit->second.before = m_base.valueAt(path);
        return;
    }
    for (auto &[edited, edit] : m_edits) {
        if (placeOf(edited) != placeOf(path))
            continue;
        edit.before = m_base.valueAt(edited);
        if (const auto other = otherHalf(edited))
            edit.otherBefore = m_base.valueAt(*other);
    }
}

void DocumentEdits::rebase(const Conflict &conflict)
{
    for (qsizetype i = 0; i < conflict.mine.size(); ++i) {
        const Change &mine = conflict.mine.at(i);
        if (const auto edit = m_edits.find(mine.path); edit != m_edits.end())
            edit->second.before = conflict.theirs.at(i);
        else if (otherHalf(mine.path) && mine.before && sameMeaning(*mine.before, mine.value)) // half of a place
            m_edits.insert({mine.path, {mine.value, conflict.theirs.at(i), {}, {}}});
    }
}

bool DocumentEdits::shows(const Conflict &conflict) const
{
    for (qsizetype i = 0; i < conflict.mine.size(); ++i) {
        if (m_base.valueAt(conflict.mine.at(i).path) != conflict.theirs.at(i))
            return false;
    }
    return true;
}

QList<Change> DocumentEdits::changes() const
{
    QList<Change> changes;
    for (const auto &[path, edit] : m_edits)
        changes.append({path, edit.value, edit.before, edit.otherBefore, edit.settingName});
    return changes;
}

QList<Path> DocumentEdits::changedPlaces() const
{
    std::set<Path> places;
    for (const auto &[path, edit] : m_edits)
        places.insert(placeOf(path));
    return {places.begin(), places.end()};
}

} // namespace lanyard

#include "moc_documentedits.cpp"
