#include "ui/signin/signinprogress.h"

#include "core/base/text.h"
#include "core/base/waitclock.h"
#include "ui/common/announce.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"

#include <QProgressBar>
#include <QVBoxLayout>

namespace lanyard {

SignInProgress::SignInProgress(QWidget *parent)
    : QWidget(parent), m_waiting(new PlainLabel), m_clock(new WaitClock(this))
{
    auto *bar = new QProgressBar;
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setFixedHeight(space(Space::Small));
    bar->setAccessibleName(tr("Signing in"));
    m_waiting->setWordWrap(true);
    m_waiting->hide();
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, Space::Medium);
    layout->addWidget(bar);
    layout->addWidget(m_waiting);
    connect(m_clock, &WaitClock::counted, this, &SignInProgress::showWait);
    hide();
}

void SignInProgress::start(const QString &host)
{
    m_host = host;
    m_clock->start();
    show();
}

void SignInProgress::stop()
{
    m_clock->stop();
    m_waiting->hide();
    hide();
}

// Announced once: a number every second would drown out everything else.
void SignInProgress::showWait(int seconds, bool isFirst)
{
    m_waiting->setText(tr("Waiting for %1… %2 s").arg(quoted(m_host), QString::number(seconds)));
    m_waiting->show();
    if (isFirst)
        announce(m_waiting);
}

} // namespace lanyard

#include "moc_signinprogress.cpp"
