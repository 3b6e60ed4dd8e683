#include "ui/common/emptylist.h"

#include "ui/common/announce.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace lanyard {

EmptyList::EmptyList(const QString &clearFilter, const QString &showAll, QWidget *parent)
    : QWidget(parent), m_text(new PlainLabel), m_showAll(new QPushButton(showAll)),
      m_clearFilter(new QPushButton(clearFilter))
{
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_clearFilter->setAutoDefault(false);
    m_showAll->setAutoDefault(false);
    m_showAll->hide();
    keepQuietWhileHidden(*this); // a list is also empty where nobody is signed in: that is said in another place
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, Space::Medium, Space::Medium);
    layout->addStretch(2);
    layout->addWidget(m_text);
    layout->addWidget(m_showAll, 0, Qt::AlignHCenter);
    layout->addWidget(m_clearFilter, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_showAll, &QPushButton::clicked, this, &EmptyList::showAllRequested);
    connect(m_clearFilter, &QPushButton::clicked, this, &EmptyList::clearFilterRequested);
}

void EmptyList::explain(const QString &why, bool isFiltered, bool isLeftOut)
{
    m_text->setText(why);
    m_showAll->setVisible(isLeftOut);
    m_clearFilter->setVisible(isFiltered);
}

QString EmptyList::text() const
{
    return m_text->text();
}

void EmptyList::focusButton()
{
    m_clearFilter->setFocus();
}

} // namespace lanyard

#include "moc_emptylist.cpp"
