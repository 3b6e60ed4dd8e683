#include "core/document/arrival.h"
#include "core/document/jsontext.h"
#include "core/document/samemeaning.h"
#include "core/document/userfields.h"
#include "core/models/documentedits.h"
#include "core/models/editstep.h"
#include "core/models/editvalue.h"
#include "core/models/placetext.h"

namespace lanyard {

namespace {

template<typename Value>
std::map<Path, Value> moved(const std::map<Path, Value> &values, const std::function<Path(const Path &)> &to)
{
    std::map<Path, Value> moved;
    for (const auto &[path, value] : values)
        moved.insert({to(path), value});
    return moved;
}

QStringList labelsOf(const QList<Path> &paths, const User &user, const HiddenSecrets &hidden)
{
    QStringList labels;
    for (const Path &path : paths)
        labels << placeLabel(path, user, hidden);
    return labels;
}

} // namespace

void DocumentEdits::setBase(const User &base)
{
    announceReplaced(base);
    const QStringList lost = labelsOf(lostWith(base), m_base, m_hidden);
    if (!hasUnsaved())
        m_elsewhere.clear();
    else if (!noteElsewhere(base, {}, m_settings.pathsIn(base)))
        forgetElsewhereSeen();
    takeBase(base);
    forgetElsewhereAsBefore();
    tellReloaded();
    if (!lost.isEmpty())
        Q_EMIT settingsLost(lost);
}

void DocumentEdits::announceReplaced(const User &next)
{
    if (next.id() != m_base.id()) // nothing goes from one user to another
        return;
    for (const UserField &field : userFields()) {
        const Path path = Path::field(QString(field.key));
        const auto other = otherHalf(path);
        if (field.editable && (isReplaced(path, next) || (other && isReplaced(*other, next))))
            Q_EMIT aboutToReplace(path);
    }
}

// An edit is replaced only by what became of it at the service.
bool DocumentEdits::isReplaced(const Path &path, const User &next) const
{
    const QJsonValue shown = value(path);
    const bool mayChange = !isEdited(path) || m_inDoubt.value(path) == shown;
    return mayChange && shown != next.valueAt(path);
}

void DocumentEdits::takeBase(const User &base, const std::set<Path> &unseen)
{
    followSettings(base);
    m_base = base;
    m_hidden.setUser(base);
    m_notices.clear();
    m_unasked.clear();
    landInDoubt();
    m_inDoubt.settleAllBut(unseen);
    std::map<Path, State> landed;
    for (auto edit = m_edits.begin(); edit != m_edits.end();) {
        const auto &[path, made] = *edit;
        // A setting that is not there has not been cleared.
        if (isGone(path, m_base) || m_inDoubt.contains(path) || !isDone({path, made.value, made.before}, m_base)) {
            ++edit;
            continue;
        }
        landed.insert({path, {asEdit(path, made.before), made.settingType}});
        rebaseMisfit(path);
        edit = m_edits.erase(edit);
    }
    land(landed);
    m_inDoubt.keepPosted([this](const Path &path, const QJsonValue &value) {
        const auto edit = m_edits.find(path);
        return edit != m_edits.end() && edit->second.value == value;
    });
    readAllAgain();
}

void DocumentEdits::followSettings(const User &next)
{
    const auto to = m_settings.pathsIn(next);
    m_edits = moved(m_edits, to);
    m_inDoubt.move(to);
    m_misfits = moved(m_misfits, to);
    m_open.move(to);
    m_landed = moved(m_landed, to);
    m_notices = moved(m_notices, to);
    m_elsewhere = moved(m_elsewhere, to);
    for (int i = 0; i < m_undo.count(); ++i)
        stepAt(i)->move(to);
    m_settings.learn(next);
}

// Edited, and in the base: but not in @p next, which does have settings.
QList<Path> DocumentEdits::lostWith(const User &next) const
{
    QList<Path> lost;
    const auto to = m_settings.pathsIn(next);
    for (const auto &[path, edit] : m_edits) {
        const bool wasThere = m_base.id() == next.id() && m_base.settingNameAt(path).has_value();
        if (wasThere && next.hasSettings() && next.settingNameAt(to(path)) != edit.settingName)
            lost.append(path);
    }
    return lost;
}

// Where the base shows what was sent, what has been typed since is an edit of that.
void DocumentEdits::landInDoubt()
{
    std::map<Path, State> landed;
    for (const auto &[path, value] : m_inDoubt.values()) {
        const QJsonValue now = m_base.valueAt(path);
        const auto edit = m_edits.find(path);
        const bool isMeant = sameMeaning(kindAt(path, m_base), now, value);
        if (!isMeant && (edit == m_edits.end() || !isNormalised(sentChange(path, value, edit->second.before), m_base)))
            continue;
        if (!isMeant && edit->second.value == value) {
            settle(path, value, landed);
            continue;
        }
        rebaseMisfit(path);
        if (edit == m_edits.end() || edit->second.value == value)
            continue;
        landed.insert({path, {asEdit(path, edit->second.before), edit->second.settingType}});
        edit->second.before = now;
        if (const auto other = otherHalf(path))
            edit->second.otherBefore = m_base.valueAt(*other);
    }
    land(landed);
}

void DocumentEdits::land(const std::map<Path, State> &before)
{
    for (const auto &[path, state] : before)
        m_landed.insert_or_assign(path, Landed{state.edit.value_or(QJsonValue()), m_base.valueAt(path)});
    for (int i = 0; i < m_undo.count() && !before.empty(); ++i)
        stepAt(i)->land(before);
}

void DocumentEdits::reset(const User &base)
{
    m_edits.clear();
    m_answered.clear();
    m_landed.clear();
    m_inDoubt = {};
    m_misfits.clear();
    m_open.clear();
    m_undo.clear();
    m_settings.clear();
    setBase(base);
}

} // namespace lanyard
