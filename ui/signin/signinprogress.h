#pragma once

#include <QWidget>

namespace lanyard {

class PlainLabel;
class WaitClock;

/// Shows that an attempt to sign in is in progress, and counts the seconds of a long one. It has its place beside the
/// buttons also while it is empty, so that nothing moves when an attempt begins or ends.
class SignInProgress : public QWidget
{
    Q_OBJECT

public:
    explicit SignInProgress(QWidget *parent = nullptr);

    /// @p host is named to a screen reader when the wait becomes a long one.
    void start(const QString &host);
    void stop();

private:
    void showWait(int seconds, bool isFirst);

    PlainLabel *m_waiting;
    WaitClock *m_clock;
    QString m_host;
};

} // namespace lanyard
