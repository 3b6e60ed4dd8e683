#include "tests/ui/camera.h"

#include "tests/ui/accessfaults.h"
#include "tests/ui/desktops.h"
#include "tests/ui/layoutfaults.h"

#include <QApplication>
#include <QDialog>
#include <QPainter>
#include <QScreen>
#include <QStyle>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

const QPalette &darkDesktop()
{
    const auto &all = desktops();
    return std::find_if(all.begin(), all.end(), [](const Desktop &desktop) { return desktop.name == "Breeze dark"_L1; })
        ->palette;
}

QList<QDialog *> dialogsOf(const QWidget &window)
{
    QList<QDialog *> dialogs;
    const auto all = window.findChildren<QDialog *>();
    for (QDialog *dialog : all) {
        if (dialog->isVisible())
            dialogs << dialog;
    }
    return dialogs;
}

QRect placeIn(const QWidget &window, const QWidget &other)
{
    return {window.mapFromGlobal(other.mapToGlobal(QPoint(0, 0))), other.size()};
}

} // namespace

void Camera::picture(QWidget &window, const QString &name)
{
    snapshot(window, name);
    QApplication::setPalette(darkDesktop());
    snapshot(window, name + u"-dark"_s);
    QApplication::setPalette(desktops().last().palette);
    snapshot(window, name + u"-high-contrast"_s);
    QApplication::setPalette(QApplication::style()->standardPalette());
}

void Camera::snapshot(QWidget &window, const QString &name)
{
    if (!m_size.isEmpty() && dialogsOf(window).isEmpty() && window.size() != m_size)
        window.resize(m_size.boundedTo(window.screen()->availableSize()));
    QTest::qWait(100);
    QWidget *popup = QApplication::activePopupWidget();
    QRect whole(QPoint(0, 0), window.size());
    const QList<QDialog *> dialogs = dialogsOf(window);
    for (const QDialog *dialog : dialogs)
        whole |= placeIn(window, *dialog).adjusted(-8, -8, 8, 8);
    if (popup)
        whole |= placeIn(window, *popup);
    QPixmap pixmap(whole.size() * window.devicePixelRatio());
    pixmap.setDevicePixelRatio(window.devicePixelRatio());
    pixmap.fill(window.palette().color(QPalette::Dark));
    QPainter painter(&pixmap);
    painter.translate(-whole.topLeft());
    painter.drawPixmap(0, 0, window.grab());
    for (QDialog *dialog : dialogs) {
        const QRect place = placeIn(window, *dialog);
        painter.fillRect(window.rect(), QColor(0, 0, 0, 60));
        painter.drawPixmap(place.topLeft(), dialog->grab());
        painter.setPen(dialog->palette().color(QPalette::Mid));
        painter.drawRect(place.adjusted(0, 0, -1, -1));
    }
    if (popup)
        painter.drawPixmap(placeIn(window, *popup).topLeft(), popup->grab());
    painter.end();
    const QString file = m_folder.filePath(u"%1-%2.png"_s.arg(++m_count, 2, 10, QChar(u'0')).arg(name));
    if (!pixmap.save(file)) {
        std::fprintf(stderr, "tour: %s could not be written\n", qPrintable(file));
        m_failed = true;
    }
    std::printf("%s\n", qPrintable(file));
    if (popup)
        judge(*popup, name);
    else
        judge(dialogs.isEmpty() ? window : *dialogs.last(), name);
}

// What fades in is not there at once.
void Camera::judge(QWidget &window, const QString &name)
{
    QStringList faults;
    for (int again = 0; again < 3; ++again) {
        faults = layoutFaults(window) + accessFaults(window);
        for (const QString &line : m_readability.look(window, u"hard to read"_s))
            faults << line;
        if (faults.isEmpty())
            return;
        QTest::qWait(200);
    }
    for (const QString &fault : std::as_const(faults))
        std::fprintf(stderr, "tour: %s: %s\n", qPrintable(name), qPrintable(fault));
    m_failed = true;
}

} // namespace lanyard::testing
