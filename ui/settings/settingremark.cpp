#include "ui/settings/settingremark.h"

#include "core/base/text.h"
#include "core/models/settingsmodel.h"
#include "ui/common/announce.h"
#include "ui/common/newselsewhere.h"
#include "ui/common/pagearea.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>

#include <utility>

namespace lanyard {

SettingRemark::SettingRemark(const SettingsModel &model, QAbstractItemView &list)
    : m_model(model), m_list(list), m_late(new LateAnnouncement(&list, this)),
      m_elsewhere(
          new NewsElsewhere(this,
                            [](int count, const QString &settings) {
                                return tr("%n setting(s) were changed elsewhere: %1.", nullptr, count).arg(settings);
                            })),
      m_lockedPause(&list, [] {}), m_noting([this](const QModelIndex &row) { noteNotice(row, m_areNews); })
{
    setWordWrap(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    followModel();
    noteAllNotices(false);
    list.installEventFilter(this);
    list.viewport()->installEventFilter(this);
}

bool SettingRemark::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress)
        m_tellsGone = false;
    return TonedLabel::eventFilter(watched, event);
}

void SettingRemark::followModel()
{
    connect(&m_model, &SettingsModel::aboutToRebuild, this, [this] { m_isSameUser = true; });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_tellsGone &= m_isSameUser;
        showGone();
        noteAllNotices(std::exchange(m_isSameUser, false));
    });
    connect(&m_model, &SettingsModel::listRemarkChanged, this, &SettingRemark::showCurrent);
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                showGone();
                // One that is not noted yet may have been there before.
                const auto isNews = [this](const QModelIndex &setting) {
                    return !m_noting.isMaking() || m_notices.contains(setting.data(SettingsModel::IdRole).toString());
                };
                for (int row = first.row(); row <= last.row(); ++row) {
                    const QModelIndex setting = first.siblingAtRow(row);
                    noteNotice(setting, isNews(setting));
                }
            });
}

void SettingRemark::showCurrent()
{
    if (m_tellsGone)
        return;
    const QModelIndex value = m_list.currentIndex().siblingAtColumn(SettingsModel::Value);
    if (value.data(SettingsModel::IdRole).toString() != m_removedFrom ||
        !value.data(SettingsModel::ChangedRole).toBool())
        m_removed.clear();
    showProblem(value.data(SettingsModel::ProblemRole).toString());
}

void SettingRemark::showTyped(const QString &problem, bool insisted)
{
    showProblem(problem);
    m_late->set(problem);
    if (!insisted)
        return;
    repeat();
    m_late->markSaid();
}

void SettingRemark::showRemoved(const QString &remark)
{
    const QModelIndex value = m_list.currentIndex().siblingAtColumn(SettingsModel::Value);
    m_removed = remark;
    m_removedFrom = value.data(SettingsModel::IdRole).toString();
    if (remark.isEmpty())
        return;
    showProblem({});
    repeat();
}

void SettingRemark::endTyping()
{
    m_late->flush();
    m_late->set({});
}

void SettingRemark::revealProblem()
{
    if (tone() == Tone::Bad)
        revealWithFocus(this);
}

void SettingRemark::repeat()
{
    announce(this);
    revealWithFocus(this);
}

void SettingRemark::tellLocked()
{
    const QString id = m_list.currentIndex().data(SettingsModel::IdRole).toString();
    if (std::exchange(m_lockedId, id) != id || !m_lockedPause.isAwaited())
        repeat();
    m_lockedPause.await();
}

// Without a problem, the remark about the value.
void SettingRemark::showProblem(const QString &problem)
{
    const QModelIndex value = m_list.currentIndex().siblingAtColumn(SettingsModel::Value);
    QString notice = value.data(SettingsModel::NoticeRole).toString();
    if (!problem.isEmpty()) {
        // What is said about a text that was left here holds while it is corrected.
        const bool isLeft = !value.data(SettingsModel::ProblemRole).toString().isEmpty();
        notice = isLeft && !notice.isEmpty() ? problem + u' ' + notice : problem;
    }
    if (!m_removed.isEmpty())
        notice = notice.isEmpty() ? m_removed : notice + u' ' + m_removed;
    setTone(!problem.isEmpty() ? Tone::Bad : notice.isEmpty() ? Tone::Quiet : Tone::Warning);
    const QString said = notice.isEmpty() ? usualText(value) : notice;
    const bool isNews = said != text();
    setText(said);
    if (isNews && !problem.isEmpty())
        revealWithFocus(this);
}

// Why it cannot be changed, or what may be typed.
QString SettingRemark::usualText(const QModelIndex &value) const
{
    const QString lock = value.data(SettingsModel::LockReasonRole).toString();
    const bool isText = value.data(SettingsModel::TypeRole).toInt() == static_cast<int>(SettingKind::Text);
    return lock.isEmpty() && !isText ? value.data(SettingsModel::TypeTextRole).toString() : lock;
}

void SettingRemark::tellGone(const QString &typed)
{
    m_typed = typed;
    m_tellsGone = true;
    showGone();
    repeat();
}

// Also when presentation mode begins or ends.
void SettingRemark::showGone()
{
    if (!m_tellsGone)
        return;
    const QString gone = tr("The setting that you were editing is no longer there or can no longer be changed.");
    setTone(Tone::Warning);
    setText(m_typed.isEmpty() ? gone : gone + u' ' + tr("You had typed: %1").arg(quoted(m_model.shown(m_typed), 300)));
}

void SettingRemark::focusInEvent(QFocusEvent *event)
{
    TonedLabel::focusInEvent(event);
    update();
}

void SettingRemark::focusOutEvent(QFocusEvent *event)
{
    TonedLabel::focusOutEvent(event);
    update();
}

// Qt draws no focus around a label.
void SettingRemark::paintEvent(QPaintEvent *event)
{
    TonedLabel::paintEvent(event);
    if (!hasFocus())
        return;
    QStyleOptionFocusRect frame;
    frame.initFrom(this);
    QPainter painter(this);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &frame, &painter, this);
}

void SettingRemark::tellCopied(bool isSecret)
{
    setTone(isSecret ? Tone::Warning : Tone::Quiet);
    setText(isSecret ? tr("A secret value cannot be copied.") : tr("Value copied."));
    repeat();
}

void SettingRemark::tellKeptHidden()
{
    setTone(Tone::Warning);
    setText(tr("This value contains a secret, which an editor would show. Turn presentation mode off to edit it."));
    repeat();
}

// A message of the service about a setting, or a change by somebody else, appears wherever the focus is. With another
// user's settings nothing is news.
void SettingRemark::noteAllNotices(bool isNews)
{
    m_areNews = isNews;
    m_noting.whenMade(m_model, [] {});
}

void SettingRemark::noteNotice(const QModelIndex &setting, bool isNews)
{
    if (!setting.data(SettingsModel::IsSettingRole).toBool())
        return;
    const QString notice = setting.data(SettingsModel::NoticeRole).toString();
    const QString id = setting.data(SettingsModel::IdRole).toString();
    if (std::exchange(m_notices[id], notice) == notice || !isNews || notice.isEmpty())
        return;
    if (setting.data(SettingsModel::ElsewhereRole).toBool())
        return m_elsewhere->add(setting.data().toString(), notice);
    // Queued: a row that gets the focus because it is refused is read with it.
    const auto tell = [this, id, wasFocused = isFocused(id),
                       text = tr("%1: %2").arg(setting.data().toString(), notice)] {
        if (wasFocused || !isFocused(id))
            announce(this, text);
    };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

bool SettingRemark::isFocused(const QString &id) const
{
    return m_list.hasFocus() && m_list.currentIndex().data(SettingsModel::IdRole).toString() == id;
}

} // namespace lanyard

#include "moc_settingremark.cpp"
