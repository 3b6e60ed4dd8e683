#include "ui/settings/nosettings.h"

#include "ui/common/announce.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"

#include <QApplication>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace lanyard {

namespace {

bool hasFocusIn(const QWidget &widget)
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && (focus == &widget || widget.isAncestorOf(focus));
}

} // namespace

NoSettings::NoSettings(QWidget &list, QWidget &filter)
    : m_list(list), m_text(new PlainLabel), m_clearFilter(new QPushButton(tr("C&lear filter"))),
      m_late(new LateAnnouncement(&filter, m_text)), m_layout(new QStackedLayout(this))
{
    m_layout->addWidget(&list);
    m_layout->addWidget(makePage());
    connect(m_clearFilter, &QPushButton::clicked, this, &NoSettings::clearFilterRequested);
}

QWidget *NoSettings::makePage()
{
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_clearFilter->setAutoDefault(false);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    setSpaces(*layout, Space::Large, Space::Large);
    layout->addStretch(2);
    layout->addWidget(m_text);
    layout->addWidget(m_clearFilter, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return page;
}

void NoSettings::showList()
{
    const bool hadFocus = hasFocusIn(*m_layout->widget(1));
    m_late->set({});
    m_layout->setCurrentWidget(&m_list);
    if (hadFocus)
        m_list.setFocus();
}

// The list may have the focus: an edit under a filter can take away its last row.
void NoSettings::explain(const QString &why, bool isFiltered)
{
    const bool hadFocus = hasFocusIn(m_list);
    m_text->setText(why);
    m_clearFilter->setVisible(isFiltered);
    m_layout->setCurrentIndex(1);
    m_late->set(why);
    if (hadFocus && isFiltered)
        m_clearFilter->setFocus();
}

} // namespace lanyard

#include "moc_nosettings.cpp"
