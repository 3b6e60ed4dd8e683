#include "ui/settings/nosettings.h"

#include "ui/common/announce.h"
#include "ui/common/emptylist.h"

#include <QApplication>
#include <QStackedLayout>

namespace lanyard {

namespace {

bool hasFocusIn(const QWidget &widget)
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && (focus == &widget || widget.isAncestorOf(focus));
}

} // namespace

NoSettings::NoSettings(QWidget &list, QWidget &filter)
    : m_list(list), m_empty(new EmptyList(tr("C&lear filter"))), m_late(new LateAnnouncement(&filter, this)),
      m_layout(new QStackedLayout(this))
{
    keepQuietWhileHidden(*this); // no list is empty where nobody is signed in
    m_layout->addWidget(&list);
    m_layout->addWidget(m_empty);
    connect(m_empty, &EmptyList::clearFilterRequested, this, &NoSettings::clearFilterRequested);
}

void NoSettings::showList(const QString &found, const QString &all)
{
    const bool hadFocus = hasFocusIn(*m_empty);
    if (found.isEmpty())
        m_late->end(all);
    else
        m_late->set(found);
    m_layout->setCurrentWidget(&m_list);
    if (hadFocus)
        m_list.setFocus();
}

// The list may have the focus: an edit under a filter can take away its last row.
void NoSettings::explain(const QString &why, bool isFiltered)
{
    const bool hadFocus = hasFocusIn(m_list);
    m_empty->explain(why, isFiltered);
    m_layout->setCurrentWidget(m_empty);
    m_late->set(isFiltered ? why : QString());
    if (hadFocus && isFiltered)
        m_empty->focusButton();
}

void NoSettings::beginAnew()
{
    m_late->beginAnew();
}

} // namespace lanyard

#include "moc_nosettings.cpp"
