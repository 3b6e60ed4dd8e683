#pragma once

#include <QColor>
#include <QImage>
#include <QWidget>

namespace lanyard {

/// The background for the initials of the user @p userName: the same at every start, and while their full name is
/// edited. Its saturation and lightness keep white letters readable.
[[nodiscard]] QColor avatarColour(const QString &userName);

/// The user's picture in a circle; without one, their initials on a muted background colour of its own; and without
/// these, a figure.
class Avatar : public QWidget
{
    Q_OBJECT

public:
    /// @p diameter in device-independent pixels.
    explicit Avatar(int diameter, QWidget *parent = nullptr);

    void setDiameter(int diameter);
    void setPicture(const QImage &picture);
    /// @p initials: see initialsOf().
    void setUser(const QString &initials, const QString &userName);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_picture;
    QString m_initials;
    QString m_userName;
};

} // namespace lanyard
