#include "ui/apikeys/keycolumns.h"

#include "core/models/apikeysmodel.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QMouseEvent>

namespace lanyard {

namespace {

// What no row's place depends on, see ApiKeyRow::isBefore().
bool isSortedBy(int column)
{
    return column != ApiKeysModel::Key && column != ApiKeysModel::ClientSecret;
}

} // namespace

KeyColumns::KeyColumns(QHeaderView &header) : QObject(&header), m_header(header)
{
    addColumn(ApiKeysModel::Key, tr("&Key"), true);
    addColumn(ApiKeysModel::Status, tr("&Status"), true);
    addColumn(ApiKeysModel::Expires, tr("E&xpires"), true);
    addColumn(ApiKeysModel::Permissions, tr("&Permissions"), true);
    addColumn(ApiKeysModel::Created, tr("C&reated"), false);
    addColumn(ApiKeysModel::Owner, tr("&Owner"), false);
    addColumn(ApiKeysModel::ClientSecret, tr("&Client secret"), false);
    addColumn(ApiKeysModel::Description, tr("&Description"), false);
    header.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&header, &QWidget::customContextMenuRequested, this, &KeyColumns::showMenu);
    header.setMouseTracking(true);
    header.viewport()->installEventFilter(this);
}

void KeyColumns::addColumn(int column, const QString &text, bool isShown)
{
    auto *action = new QAction(text, this);
    action->setData(column);
    action->setCheckable(true);
    action->setChecked(isShown);
    m_header.setSectionHidden(column, !isShown);
    connect(action, &QAction::triggered, this, [this, column](bool on) { show(column, on); });
    m_actions << action;
}

void KeyColumns::show(int column, bool isShown)
{
    m_header.setSectionHidden(column, !isShown);
    Q_EMIT columnSwitched(column, isShown);
}

void KeyColumns::follow()
{
    m_header.setSectionHidden(ApiKeysModel::Name, false);
    for (QAction *action : std::as_const(m_actions))
        action->setChecked(!m_header.isSectionHidden(action->data().toInt()));
    if (!isSortedBy(m_header.sortIndicatorSection())) // as an earlier version let it be
        m_header.setSortIndicator(ApiKeysModel::Name, Qt::AscendingOrder);
}

// A click on a column that is not sorted by does nothing, and looks like nothing; it can be moved and made wider.
bool KeyColumns::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPress = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    if (isPress || event->type() == QEvent::MouseMove) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (isPress || mouse->buttons() == Qt::NoButton)
            m_header.setSectionsClickable(isSortedBy(m_header.logicalIndexAt(mouse->position().toPoint())));
    }
    return QObject::eventFilter(watched, event);
}

void KeyColumns::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(&m_header);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_actions);
    menu->popup(m_header.viewport()->mapToGlobal(position));
}

} // namespace lanyard

#include "moc_keycolumns.cpp"
