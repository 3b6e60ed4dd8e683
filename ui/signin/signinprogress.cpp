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
    QSizePolicy keepsItsPlace = sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    setSizePolicy(keepsItsPlace);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, Space::Hair);
    layout->addWidget(m_waiting);
    layout->addWidget(bar);
    connect(m_clock, &WaitClock::counted, this, &SignInProgress::showWait);
    hide();
}

void SignInProgress::start(const QString &host)
{
    m_host = host;
    m_waiting->setText(tr("Signing in…"));
    m_clock->start();
    show();
    announce(m_waiting);
}

void SignInProgress::stop()
{
    m_clock->stop();
    hide();
}

// Announced once: a number every second would drown out everything else.
void SignInProgress::showWait(int seconds, bool isFirst)
{
    m_waiting->setText(tr("Signing in… %1 s").arg(seconds));
    if (isFirst)
        announce(m_waiting, tr("Waiting for %1…").arg(quoted(m_host)));
}

} // namespace lanyard

#include "moc_signinprogress.cpp"
