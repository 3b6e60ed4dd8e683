#include "ui/account/waitingpage.h"

#include "ui/look/pageheader.h"
#include "ui/look/plainlabel.h"
#include "ui/look/primarybutton.h"
#include "ui/look/spacing.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace lanyard {

WaitingPage::WaitingPage(QWidget *parent)
    : QWidget(parent), m_text(new PlainLabel), m_signIn(new QPushButton(tr("Sign in…")))
{
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    makeQuiet(*m_text);
    makePrimary(*m_signIn);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, Space::Large, Space::Large);
    layout->addStretch();
    layout->addWidget(m_text);
    layout->addWidget(m_signIn, 0, Qt::AlignCenter);
    layout->addStretch();
    connect(m_signIn, &QPushButton::clicked, this, &WaitingPage::signInRequested);
}

void WaitingPage::show(const QString &text, bool offerSignIn)
{
    m_text->setText(text);
    m_text->setAccessibleName(text);
    m_signIn->setVisible(offerSignIn);
}

void WaitingPage::takeFocus()
{
    m_signIn->setFocus(Qt::OtherFocusReason);
}

} // namespace lanyard

#include "moc_waitingpage.cpp"
