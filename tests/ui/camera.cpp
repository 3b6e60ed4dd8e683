#include "tests/ui/camera.h"

#include <QApplication>
#include <QDialog>
#include <QPainter>
#include <QStyle>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

QPalette darkPalette()
{
    const QColor window(0x2B, 0x2D, 0x31);
    const QColor base(0x1E, 0x1F, 0x22);
    const QColor text(0xE6, 0xE6, 0xE6);
    const QColor quiet(0x8F, 0x91, 0x96);
    QPalette palette(QColor(0x3A, 0x3D, 0x42), window);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, quiet.darker(130));
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, QColor(0x25, 0x26, 0x2A));
    palette.setColor(QPalette::Mid, QColor(0x4A, 0x4D, 0x52));
    palette.setColor(QPalette::PlaceholderText, quiet);
    palette.setColor(QPalette::Highlight, QColor(0x2A, 0x6F, 0x97));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    return palette;
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
    QApplication::setPalette(darkPalette());
    snapshot(window, name + u"-dark"_s);
    QApplication::setPalette(QApplication::style()->standardPalette());
}

void Camera::snapshot(QWidget &window, const QString &name)
{
    QTest::qWait(250);
    QWidget *popup = QApplication::activePopupWidget();
    QRect whole(QPoint(0, 0), window.size());
    const QList<QDialog *> dialogs = dialogsOf(window);
    for (const QDialog *dialog : dialogs)
        whole |= placeIn(window, *dialog).adjusted(-8, -8, 8, 8);
    if (popup)
        whole |= placeIn(window, *popup);
    QPixmap pixmap(whole.size());
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
}

} // namespace lanyard::testing
