#include "core/document/samemeaning.h"
#include "core/models/documentedits.h"
#include "core/models/editvalue.h"

// What each edit is based on. A place may have two halves, which remember their values from the same moment.

namespace lanyard {

QJsonValue DocumentEdits::begunOver(const Path &path) const
{
    if (const auto edit = m_edits.find(path); edit != m_edits.end())
        return edit->second.before;
    if (const auto misfit = m_misfits.find(path); misfit != m_misfits.end())
        return misfit->second.before;
    std::optional<QJsonValue> ofHalf;
    if (const auto other = otherHalf(path)) {
        const auto edit = m_edits.find(*other);
        const auto misfit = m_misfits.find(*other);
        ofHalf = edit != m_edits.end()       ? edit->second.otherBefore
                 : misfit != m_misfits.end() ? misfit->second.otherBefore
                                             : std::nullopt;
    }
    return ofHalf.value_or(m_base.valueAt(path));
}

DocumentEdits::Edit DocumentEdits::newEdit(const Path &path, const QJsonValue &value) const
{
    Edit edit{value,
              begunOver(path),
              {},
              path.isFormerSetting() ? std::optional(path.formerName()) : m_base.settingNameAt(path)};
    if (const auto setting = m_base.settingAt(path))
        edit.settingType = setting->typeName();
    if (const auto other = otherHalf(path))
        edit.otherBefore = begunOver(*other);
    return edit;
}

DocumentEdits::Edit DocumentEdits::editOf(const Change &change) const
{
    Edit edit = newEdit(change.path, change.value);
    // From a draft: if the picture is still there, it is known again.
    const bool isSamePicture =
        change.before && isFingerprint(*change.before) && *change.before == fingerprintOf(edit.before);
    if (!isSamePicture)
        edit.before = change.before.value_or(edit.before);
    edit.otherBefore = change.otherBefore ? change.otherBefore : edit.otherBefore;
    edit.settingName = change.settingName ? change.settingName : edit.settingName;
    edit.settingType = change.settingType ? change.settingType : edit.settingType;
    return edit;
}

void DocumentEdits::rebase(const Path &path)
{
    rebaseMisfit(path);
    if (path.isSetting()) { // a place of its own
        const auto edit = m_edits.find(path);
        if (edit != m_edits.end() && !isGone(path, m_base)) // else the base does not tell
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

void DocumentEdits::rebaseMisfit(const Path &path)
{
    const auto misfit = m_misfits.find(placeOf(path));
    if (misfit == m_misfits.end() || isGone(path, m_base))
        return;
    misfit->second.before = m_base.valueAt(misfit->first);
    if (const auto other = otherHalf(misfit->first))
        misfit->second.otherBefore = m_base.valueAt(*other);
}

// An editor that was opened while a save was under way holds the value that this save has replaced: what is typed in it
// is an edit of what was saved, not somebody else's conflict with it.
QJsonValue DocumentEdits::sinceLanded(const Path &path, const QJsonValue &before) const
{
    const auto landed = m_landed.find(path);
    const bool isOwn = landed != m_landed.end() && landed->second.before == asEdit(path, before) &&
                       landed->second.now == m_base.valueAt(path);
    return isOwn ? landed->second.now : before;
}

void DocumentEdits::rebase(const Conflict &conflict)
{
    for (qsizetype i = 0; i < conflict.mine.size(); ++i) {
        const Change &mine = conflict.mine.at(i);
        if (const auto edit = m_edits.find(mine.path); edit != m_edits.end())
            edit->second.before = conflict.theirs.at(i);
        else if (const auto misfit = m_misfits.find(mine.path); misfit != m_misfits.end())
            misfit->second.before = conflict.theirs.at(i);
        else if (otherHalf(mine.path) && mine.before &&
                 sameMeaning(kindAt(mine.path, m_base), *mine.before, mine.value)) // half of a place
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

} // namespace lanyard
