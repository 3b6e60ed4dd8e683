#pragma once

#include <QWidget>

class QProgressBar;

namespace lanyard {

class PlainLabel;
class WaitClock;

/// Shows that an attempt to sign in is in progress, and counts the seconds of a long one.
class SignInProgress : public QWidget
{
    Q_OBJECT

public:
    explicit SignInProgress(QWidget *parent = nullptr);

    /// @p host is named while the wait is counted.
    void start(const QString &host);
    void stop();

private:
    void showWait(int seconds, bool isFirst);

    PlainLabel *m_waiting;
    WaitClock *m_clock;
    QString m_host;
};

} // namespace lanyard
