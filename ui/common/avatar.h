#pragma once

#include <QColor>
#include <QImage>
#include <QWidget>

class QPainter;

namespace lanyard {

/// The background for the initials of @p name: the same at every start. Its saturation and lightness keep white letters
/// readable.
[[nodiscard]] QColor avatarColour(const QString &name);

/// Paints what an Avatar shows into @p place, a square.
void paintAvatar(QPainter &painter, const QRect &place, const QString &name, const QImage &picture);

/// The user's picture in a circle; without one, the initials of the name on a muted background colour of its own; and
/// without a name, a figure.
class Avatar : public QWidget
{
    Q_OBJECT

public:
    /// @p diameter in device-independent pixels.
    explicit Avatar(int diameter, QWidget *parent = nullptr);

    void setDiameter(int diameter);
    void setPicture(const QImage &picture);
    void setName(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_picture;
    QString m_name;
};

} // namespace lanyard
